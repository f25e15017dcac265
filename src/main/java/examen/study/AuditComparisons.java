package examen.study;

import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Scale;
import examen.stats.Statistic;
import examen.stats.agreement.KrippendorffAlpha;
import examen.stats.agreement.PercentAgreement;
import examen.stats.audit.ClassifierAsRater;
import examen.stats.audit.McNemar;
import examen.stats.rate.ManyTests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A classifier beside another one, and beside raters. */
final class AuditComparisons {
  private AuditComparisons() {}

  /** One transcript with what two classifiers say of it. */
  private record Both(Audited.Unit first, Audited.Unit second) {}

  /** A test of the transcripts of which something holds. */
  private record Tested(String name, McNemar test, List<String> differing) {}

  /**
   * Which of two is right more often, on the transcripts of which both said something.
   *
   * @param positive empty where no answer is the positive one
   */
  static Table mcNemar(Audited first, Audited second, String positive, double confidence) {
    Map<String, Audited.Unit> others = new HashMap<>();
    second.units().forEach(u -> others.put(u.id(), u));
    List<Both> both = new ArrayList<>();
    for (Audited.Unit unit : first.units()) {
      Audited.Unit other = others.get(unit.id());
      if (other != null) {
        both.add(new Both(unit, other));
      }
    }
    List<Tested> tests = new ArrayList<>();
    tests.add(test("accuracy", both, unit -> true));
    if (!positive.isEmpty()) {
      tests.add(test("recall", both, unit -> unit.held().equals(positive)));
      tests.add(test("specificity", both, unit -> !unit.held().equals(positive)));
    }
    List<Result> p = tests.stream().<Result>map(t -> new Estimate(t.test().midP())).toList();
    List<Result> adjusted = new ManyTests(p).benjaminiHochberg();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      rows.add(row(tests.get(i), adjusted.get(i), confidence));
    }
    return new Table(
        "mcnemar",
        "Against " + second.label().run() + "/" + second.label().name(),
        columns(confidence),
        rows,
        List.of(
            "Both classifiers on the same %s; adjusted for the %s of this table."
                .formatted(
                    Counted.of(both.size(), "transcript"), Counted.of(tests.size(), "test"))));
  }

  private static List<Column> columns(double confidence) {
    return List.of(
        Column.words("measure", "measure"),
        Column.numbers("both", "both right"),
        Column.numbers("first", "first only"),
        Column.numbers("second", "second only"),
        Column.numbers("neither", "neither"),
        Column.numbers("difference", "difference"),
        Column.numbers("interval", Choices.percent(confidence) + " Newcombe"),
        Column.numbers("exact-p", "exact p"),
        Column.numbers("mid-p", "mid-p"),
        Column.numbers("adjusted", "mid-p, BH"));
  }

  private static Tested test(String name, List<Both> all, Predicate<Audited.Unit> wanted) {
    List<Both> both = all.stream().filter(b -> wanted.test(b.first())).toList();
    boolean[] first = new boolean[both.size()];
    boolean[] second = new boolean[both.size()];
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      first[i] = both.get(i).first().isRight();
      second[i] = both.get(i).second().isRight();
      if (first[i] != second[i]) {
        differing.add(both.get(i).first().id());
      }
    }
    return new Tested(name, McNemar.of(first, second), differing);
  }

  private static List<Cell> row(Tested tested, Result adjusted, double confidence) {
    McNemar test = tested.test();
    return List.of(
        Cell.words(tested.name()),
        Showing.count(test.both()),
        Showing.count(test.first()).on(tested.differing()),
        Showing.count(test.second()).on(tested.differing()),
        Showing.count(test.neither()),
        Showing.points(test.difference()).on(tested.differing()),
        Showing.points(test.newcombe(confidence)).on(tested.differing()),
        Showing.p(new Estimate(test.exactP())),
        Showing.p(new Estimate(test.midP())),
        Showing.p(adjusted));
  }

  /** The classifier as one more rater, on the transcripts that it and a rater judged. */
  static Table asRater(
      Frame frame, Variable.Human what, Variable.OfLabel label, LabelAnswers answers, Drawing by) {
    List<RaterId> raters = frame.raters();
    List<Case> cases = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    for (Case one : frame.cases()) {
      int[] row = new int[raters.size() + 1];
      int machine = label.of(one).flatMap(answers::of).map(answers.answers()::indexOf).orElse(-1);
      int said = 0;
      for (int i = 0; i < raters.size(); i++) {
        row[i] = what.of(one, raters.get(i)).map(answers.answers()::indexOf).orElse(-1);
        said += row[i] >= 0 ? 1 : 0;
      }
      row[raters.size()] = machine;
      if (machine >= 0 && said > 0) {
        cases.add(one);
        rows.add(row);
      }
    }
    ReliabilityTable table =
        new ReliabilityTable(Scale.nominal(answers.answers()), raters.size() + 1, rows);
    List<List<Cell>> lines = new ArrayList<>();
    List<String> ids = cases.stream().map(c -> c.id().value()).toList();
    int leftOut = 0;
    for (Statistic statistic : List.of(new KrippendorffAlpha(), new PercentAgreement())) {
      ClassifierAsRater compared = new ClassifierAsRater(statistic, table, raters.size());
      leftOut = compared.leftOut();
      lines.addAll(lines(statistic.name(), compared, by.on(cases), ids));
    }
    return new Table(
        "as-rater",
        "The classifier as one more rater: n = %,d, raters %,d"
            .formatted(ids.size(), raters.size()),
        AuditTables.MEASURES,
        lines,
        leftOut(leftOut));
  }

  private static List<String> leftOut(int pairs) {
    return pairs == 0
        ? List.of()
        : List.of(
            "Left out, as there is no number: %s of raters.".formatted(Counted.of(pairs, "pair")));
  }

  private static List<List<Cell>> lines(
      String name, ClassifierAsRater compared, Drawing by, List<String> ids) {
    List<Bootstrapped> measured =
        by.bootstrap()
            .measure(
                List.of(compared.withClassifier(), compared.amongHumans(), compared.difference()),
                by.clusters());
    return List.of(
        AuditTables.number(name + ", classifier with raters", measured.get(0), ids),
        AuditTables.number(name + ", raters with each other", measured.get(1), ids),
        AuditTables.number("  difference", measured.get(2), ids));
  }
}
