package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Bounds;
import examen.stats.Result;
import examen.stats.Weighed;
import examen.stats.audit.Averaged;
import examen.stats.audit.Averages;
import examen.stats.audit.Confusion;
import examen.stats.audit.ConfusionTable;
import examen.stats.audit.JudgedUnits;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How often a classifier is right, in tables. */
record AuditTables(Audited audited, Drawing drawing) {
  static final List<Column> MEASURES =
      List.of(
          Column.words("measure", "measure"),
          Column.numbers("count", "k / n"),
          Column.numbers("value", "value"),
          Column.numbers("interval", "interval"),
          Column.words("method", "method"));

  private static final String BOOTSTRAP = "bootstrap percentile";

  /** Gold down, classifier across. */
  Table confusion() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("held", "held for true"));
    audited.answers().forEach(a -> columns.add(Column.numbers("said:" + a, "said " + a)));
    columns.add(Column.numbers("all", "all"));
    List<List<Cell>> rows = new ArrayList<>();
    for (String held : audited.answers()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.words(held)));
      audited.answers().forEach(said -> row.add(count(u -> is(u, held, said))));
      row.add(count(u -> u.held().equals(held)));
      rows.add(row);
    }
    List<Cell> sum = new ArrayList<>(List.of(Cell.words("all")));
    audited.answers().forEach(said -> sum.add(count(u -> u.said().equals(said))));
    sum.add(count(u -> true));
    rows.add(sum);
    return new Table("confusion", "Confusion", columns, rows, List.of());
  }

  Figure grid() {
    List<List<Figure.Tile>> tiles = new ArrayList<>();
    for (String held : audited.answers()) {
      long all = audited.units().stream().filter(u -> u.held().equals(held)).count();
      List<Figure.Tile> row = new ArrayList<>();
      for (String said : audited.answers()) {
        List<String> ids = audited.ids(u -> is(u, held, said));
        Proportion share = new Proportion(ids.size(), all);
        row.add(
            new Figure.Tile(
                "%,d\n%s".formatted(ids.size(), all == 0 ? "" : Showing.rate(share).text()),
                all == 0 ? null : share.rate().orNaN(),
                held.equals(said) ? Figure.Emphasis.MARKED : Figure.Emphasis.NONE,
                ids));
      }
      tiles.add(row);
    }
    return new Figure.Grid(
        "confusion",
        "Confusion; shares of each row, what is right is marked",
        "held for true",
        "classifier said",
        audited.answers(),
        audited.answers(),
        tiles);
  }

  private static boolean is(Audited.Unit unit, String held, String said) {
    return unit.held().equals(held) && unit.said().equals(said);
  }

  private Cell count(Predicate<Audited.Unit> wanted) {
    List<String> ids = audited.ids(wanted);
    return Showing.count(ids.size()).on(ids);
  }

  /** All measures of one answer against all others. */
  Table binary(String positive) {
    Predicate<Audited.Unit> held = u -> u.held().equals(positive);
    Predicate<Audited.Unit> said = u -> u.said().equals(positive);
    Confusion c = judged(positive).confusion();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(share("prevalence", Confusion::prevalence, positive, held));
    rows.add(share("said by the classifier", Confusion::predictedRate, positive, said));
    rows.add(share("precision", Confusion::precision, positive, said.and(held)));
    rows.add(share("recall (sensitivity)", Confusion::recall, positive, said.and(held)));
    rows.add(share("specificity", Confusion::specificity, positive, said.or(held).negate()));
    rows.add(
        share(
            "negative predictive value",
            Confusion::negativePredictiveValue,
            positive,
            said.or(held).negate()));
    rows.add(share("accuracy", Confusion::accuracy, positive, Audited.Unit::isRight));
    List<String> names = List.of("F1", "balanced accuracy", "MCC", "kappa");
    List<Function<Confusion, Result>> measures =
        List.of(Confusion::f1, Confusion::balancedAccuracy, Confusion::mcc, Confusion::kappa);
    JudgedUnits judged = judged(positive);
    List<Bootstrapped> measured = measured(measures.stream().map(judged::measure).toList());
    for (int i = 0; i < names.size(); i++) {
      rows.add(number(names.get(i), measured.get(i), audited.ids(u -> true)));
    }
    return new Table(
        "measures",
        "Measures of \"%s\": n = %,d".formatted(positive, c.total()),
        MEASURES,
        rows,
        List.of());
  }

  JudgedUnits judged(String positive) {
    return new JudgedUnits(
        audited.marks(u -> u.held().equals(positive)),
        audited.marks(u -> u.said().equals(positive)));
  }

  /** With a Wilson interval, or a bootstrap one where prompts are drawn. */
  private List<Cell> share(
      String name,
      Function<Confusion, Proportion> part,
      String positive,
      Predicate<Audited.Unit> behind) {
    Proportion share = part.apply(judged(positive).confusion());
    List<String> ids = audited.ids(behind);
    Bounds bounds = share.wilson(drawing.bootstrap().confidence());
    String method = "Wilson";
    if (!drawing.by().isEmpty()) {
      Weighed number = judged(positive).measure(c -> part.apply(c).rate());
      bounds = drawing.ofShare(measured(List.of(number)).getFirst(), share.total());
      method = BOOTSTRAP;
    }
    return List.of(
        Cell.words(name),
        Showing.count(share).on(ids),
        Showing.rate(share).on(ids),
        Showing.percents(bounds, share.total()).on(ids),
        Cell.words(method));
  }

  private List<Bootstrapped> measured(List<? extends Weighed> numbers) {
    return drawing.bootstrap().measure(numbers, drawing.clusters());
  }

  static List<Cell> number(String name, Bootstrapped number, List<String> behind) {
    return List.of(
        Cell.words(name),
        Cell.words(""),
        Showing.number(number.value(), 3).on(behind),
        Showing.bounds(number.interval(), 3).on(behind),
        Cell.words(BOOTSTRAP));
  }

  /** Each answer against all others, and what is made of them together. */
  List<Table> perAnswer() {
    ConfusionTable table = table(null);
    double confidence = drawing.bootstrap().confidence();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < audited.answers().size(); i++) {
      String answer = audited.answers().get(i);
      Confusion c = table.of(i);
      List<String> right = audited.ids(u -> is(u, answer, answer));
      rows.add(
          List.of(
              Cell.words(answer),
              Showing.count(c.precision()).on(right),
              Showing.rate(c.precision()).on(right),
              Showing.percents(c.precision().wilson(confidence), c.labelled()).on(right),
              Showing.count(c.recall()).on(right),
              Showing.rate(c.recall()).on(right),
              Showing.percents(c.recall().wilson(confidence), c.positives()).on(right),
              Showing.number(c.f1(), 3).on(right)));
    }
    String interval = Choices.percent(confidence) + " Wilson";
    return List.of(
        new Table(
            "answers",
            "Each answer against all others",
            List.of(
                Column.words("answer", "answer"),
                Column.numbers("precision-count", "right / said"),
                Column.numbers("precision", "precision"),
                Column.numbers("precision-interval", interval),
                Column.numbers("recall-count", "right / held"),
                Column.numbers("recall", "recall"),
                Column.numbers("recall-interval", interval),
                Column.numbers("f1", "F1")),
            rows,
            drawing.by().isEmpty()
                ? List.of()
                : List.of("These intervals take each transcript alone; those below do not.")),
        averages(table.averages(), "answers", "An answer"),
        overall());
  }

  /**
   * The three averages of each measure.
   *
   * @param over what they are averages over, such as "answers"
   * @param one such as "An answer"
   */
  static Table averages(Averages averages, String over, String one) {
    List<List<Cell>> rows =
        List.of(
            average("precision", averages, c -> c.precision().rate()),
            average("recall", averages, c -> c.recall().rate()),
            average("F1", averages, Confusion::f1));
    return new Table(
        "averages",
        "Averages over " + over,
        List.of(
            Column.words("measure", "measure"),
            Column.numbers("macro", "macro"),
            Column.numbers("macro-over", "over"),
            Column.numbers("weighted", "weighted"),
            Column.numbers("weighted-over", "over"),
            Column.numbers("micro", "micro")),
        rows,
        List.of(one + " whose number is undefined is left out of macro and weighted."));
  }

  private static List<Cell> average(
      String name, Averages averages, Function<Confusion, Result> measure) {
    Averaged macro = averages.macro(measure);
    Averaged weighted = averages.weighted(measure);
    return List.of(
        Cell.words(name),
        Showing.number(macro.mean(), 3),
        Showing.count(new Proportion(macro.over(), macro.over() + macro.leftOut())),
        Showing.number(weighted.mean(), 3),
        Showing.count(new Proportion(weighted.over(), weighted.over() + weighted.leftOut())),
        Showing.number(measure.apply(averages.micro()), 3));
  }

  private Table overall() {
    List<String> names = List.of("balanced accuracy", "MCC", "kappa");
    List<Weighed> numbers =
        List.of(
            weighed(table -> table.balancedAccuracy().mean()),
            weighed(ConfusionTable::mcc),
            weighed(ConfusionTable::kappa));
    List<Bootstrapped> measured = measured(numbers);
    List<List<Cell>> rows = new ArrayList<>();
    Proportion accuracy = table(null).accuracy();
    List<String> right = audited.ids(Audited.Unit::isRight);
    rows.add(
        List.of(
            Cell.words("accuracy"),
            Showing.count(accuracy).on(right),
            Showing.rate(accuracy).on(right),
            Showing.percents(accuracy.wilson(drawing.bootstrap().confidence()), accuracy.total())
                .on(right),
            Cell.words("Wilson")));
    for (int i = 0; i < names.size(); i++) {
      rows.add(number(names.get(i), measured.get(i), audited.ids(u -> true)));
    }
    return new Table("overall", "All answers", MEASURES, rows, List.of());
  }

  private Weighed weighed(Function<ConfusionTable, Result> measure) {
    return new Weighed() {
      @Override
      public int units() {
        return audited.units().size();
      }

      @Override
      public Result weighted(int[] weights) {
        return measure.apply(table(weights));
      }
    };
  }

  /**
   * @param weights null where each counts once
   */
  private ConfusionTable table(int @Nullable [] weights) {
    int size = audited.answers().size();
    long[][] counts = new long[size][size];
    for (int i = 0; i < audited.units().size(); i++) {
      Audited.Unit unit = audited.units().get(i);
      counts[place(unit.held())][place(unit.said())] += weights == null ? 1 : weights[i];
    }
    return new ConfusionTable(audited.answers(), counts);
  }

  private int place(String answer) {
    return audited.answers().indexOf(answer);
  }

  /** Every transcript of which the classifier says something else. */
  Table disagreements() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Audited.Unit unit : audited.units()) {
      if (!unit.isRight()) {
        List<String> behind = List.of(unit.id());
        rows.add(
            List.of(
                Cell.words(unit.one().title()).on(behind),
                Cell.words(unit.held()).on(behind),
                Cell.words(unit.said()).on(behind),
                score(unit).on(behind)));
      }
    }
    return new Table(
        "disagreements",
        "Disagreements",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("held", "held for true"),
            Column.words("said", "classifier said"),
            Column.numbers("score", "score")),
        rows,
        List.of());
  }

  /** Transcripts that are not audited, and why. */
  Table leftOut() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(leftOut("nothing is held for true", audited.notHeld()));
    rows.add(leftOut("the classifier said nothing", audited.notSaid()));
    audited
        .notMapped()
        .forEach((value, cases) -> rows.add(leftOut("\"" + value + "\" is no answer", cases)));
    return new Table(
        "left-out",
        "Left out",
        List.of(Column.words("because", "because"), Column.numbers("count", "transcripts")),
        rows,
        List.of());
  }

  private static List<Cell> leftOut(String why, List<Case> cases) {
    return List.of(
        Cell.words(why),
        Showing.count(cases.size()).on(cases.stream().map(c -> c.id().value()).toList()));
  }

  private static Cell score(Audited.Unit unit) {
    Double score = unit.score();
    return score == null ? Cell.words("") : Showing.number(Result.of(score, "no number"), 3);
  }

  /** What the numbers are made of. */
  Table inputs(String id) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Audited.Unit unit : audited.units()) {
      rows.add(
          List.of(
              Cell.words(unit.id()),
              Cell.words(unit.held()),
              Cell.words(unit.said()),
              score(unit)));
    }
    return new Table(
        id,
        "",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("held", "held"),
            Column.words("said", "said"),
            Column.numbers("score", "score")),
        rows,
        List.of());
  }
}
