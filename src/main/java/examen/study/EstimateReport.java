package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Bounds;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.design.Ratio;
import examen.stats.rate.Proportion;
import examen.study.AuditedSample.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What a read sample says of all transcripts, as tables. */
final class EstimateReport {
  private static final Undefined UNREAD = new Undefined("nothing was read");

  private final Frame frame;
  private final Chosen chosen;
  private final AuditedSample sample;
  private final Outcome outcome;
  private final double confidence;
  private final List<Measure> measures = new ArrayList<>();

  EstimateReport(Frame frame, Chosen chosen, AuditedSample sample) {
    this.frame = frame;
    this.chosen = chosen;
    this.sample = sample;
    this.outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
    this.confidence = Choices.confidence(chosen);
    measures.add(Measure.among("rate", "rate", unit -> true, Unit::isTrue));
    if (hasLabels()) {
      measures.addAll(ofClassifier());
    }
    some(Estimation.AMONG, Unit::isAmong).forEach(measures::add);
    some(Estimation.AGAINST, Unit::isAgainst).forEach(measures::add);
  }

  private boolean hasLabels() {
    return chosen.has(Estimation.PREDICTED.id());
  }

  private static List<Measure> ofClassifier() {
    Predicate<Unit> labelled = Unit::isLabelled;
    return List.of(
        Measure.among("precision", "precision", Unit::isFlagged, Unit::isTrue),
        new Measure(
            "recall",
            "recall",
            labelled.and(Unit::isTrue),
            Unit::isFlagged,
            Unit::isFlagged,
            Unit::isCleared,
            Measure.Size.ESTIMATED),
        new Measure(
            "specificity",
            "specificity",
            labelled.and(Unit::isFalse),
            Unit::isCleared,
            Unit::isCleared,
            Unit::isFlagged,
            Measure.Size.ESTIMATED),
        Measure.among("npv", "negative predictive value", Unit::isCleared, Unit::isFalse),
        Measure.among("accuracy", "accuracy", labelled, unit -> !AssistedRows.isWrong(unit)));
  }

  /** The rate among some; a label or condition is known of all, an answer only of those read. */
  private List<Measure> some(Choice choice, Predicate<Unit> member) {
    if (!chosen.has(choice.id())) {
      return List.of();
    }
    Outcome kind = chosen.outcome(choice.id(), frame);
    String name = "rate among " + kind.wire();
    if (!(kind.variable() instanceof Variable.Human)) {
      return List.of(Measure.among(choice.id(), name, member, Unit::isTrue));
    }
    return List.of(
        new Measure(
            choice.id(),
            name,
            member.and(Unit::isJudged),
            Unit::isTrue,
            unit -> true,
            unit -> true,
            Measure.Size.ESTIMATED));
  }

  Report report() {
    List<EstimateRow> rows = rows();
    return new Report(
        "estimate",
        outcome.title(frame),
        "transcript",
        new EstimateNotes(frame, chosen, sample).all(),
        List.of(estimates(rows), strata()),
        List.of(forest(rows)),
        chosen.all(),
        methods(),
        List.of(inputs()));
  }

  private List<EstimateRow> rows() {
    List<EstimateRow> rows = new ArrayList<>();
    measures.forEach(measure -> rows.add(EstimateRow.of(measure, sample, confidence)));
    if (chosen.has(Estimation.AMONG.id()) && chosen.has(Estimation.AGAINST.id())) {
      rows.add(difference());
    }
    rows.add(1, total());
    if (hasLabels()) {
      rows.addAll(new AssistedRows(sample, confidence).rows());
    }
    return rows;
  }

  /** How many transcripts have it. */
  private EstimateRow total() {
    Measure rate = measures.getFirst();
    if (!sample.isSample()) {
      return EstimateRow.undefined("how many", rate.read(sample), EstimateRow.NOT_DRAWN);
    }
    Estimated total = sample.survey().total(sample.column(Unit::isTrue));
    Bounds bounds = total.normal(confidence);
    return new EstimateRow(
        "how many",
        rate.read(sample),
        Showing.number(total.value(), 0),
        Showing.bounds(bounds, 0),
        Showing.number(total.standardError(), 1),
        EstimateRow.method(bounds),
        Cell.words(""),
        null);
  }

  private EstimateRow difference() {
    Measure first = measures.get(measures.size() - 2);
    Measure second = measures.getLast();
    String name = "difference of the two";
    Cell read = Cell.words("");
    if (!sample.isSample()) {
      return EstimateRow.undefined(name, read, EstimateRow.NOT_DRAWN);
    }
    Estimated estimated = sample.survey().ratioDifference(ratio(first), ratio(second));
    Bounds bounds = estimated.normal(confidence);
    return new EstimateRow(
        name,
        read,
        Showing.points(estimated.value()),
        Showing.points(bounds),
        EstimateRow.error(estimated),
        EstimateRow.method(bounds) + ", points",
        Cell.words(""),
        null);
  }

  private Ratio ratio(Measure measure) {
    return new Ratio(sample.column(measure::counts), sample.column(measure.below()));
  }

  private Table estimates(List<EstimateRow> rows) {
    List<String> rare =
        sample.isSample()
            ? measures.stream().filter(m -> m.isRare(sample)).map(Measure::name).toList()
            : List.of();
    List<String> notes =
        rare.isEmpty()
            ? List.of()
            : List.of(
                "Fewer than 10 of one kind were read, and the interval may be too narrow: %s."
                    .formatted(String.join(", ", rare)));
    return new Table(
        "estimates",
        "",
        EstimateRow.columns(confidence),
        rows.stream().map(EstimateRow::cells).toList(),
        notes);
  }

  private Table strata() {
    List<Column> columns =
        List.of(
            Column.words("stratum", "stratum"),
            Column.numbers("population", "transcripts"),
            Column.numbers("read", "read"),
            Column.numbers("weight", "each stands for"),
            Column.numbers("count", "yes / judged"),
            Column.numbers("unsettled", "read, not settled"));
    List<List<Cell>> rows = new ArrayList<>();
    for (int h = 0; h < sample.strata().size(); h++) {
      rows.add(stratum(h));
    }
    return new Table("strata", "How they were drawn", columns, rows, List.of());
  }

  private List<Cell> stratum(int h) {
    Predicate<Unit> in = unit -> unit.stratum() == h;
    long all = sample.count(in);
    Predicate<Unit> reading = in.and(Unit::isRead);
    Predicate<Unit> judged = in.and(Unit::isJudged);
    Predicate<Unit> yes = in.and(Unit::isTrue);
    Predicate<Unit> unsettled = reading.and(unit -> !unit.isJudged());
    Proportion read = new Proportion(sample.count(reading), all);
    return List.of(
        Cell.words(sample.strata().get(h)),
        Showing.count(all).on(ids(in)),
        Showing.count(read.count()).on(ids(reading)),
        sample.isSample()
            ? Showing.number(read.rate().orNaN() > 0 ? read.rate().map(f -> 1 / f) : UNREAD, 2)
            : Showing.undefined(EstimateRow.NOT_DRAWN),
        Showing.count(new Proportion(sample.count(yes), sample.count(judged))).on(ids(yes)),
        Showing.count(sample.count(unsettled)).on(ids(unsettled)));
  }

  private List<String> ids(Predicate<Unit> wanted) {
    return Measure.ids(sample, wanted);
  }

  private Figure forest(List<EstimateRow> rows) {
    return new Figure.Forest(
        "estimates",
        outcome.title(frame),
        "share of all transcripts, " + Choices.percent(confidence) + " interval",
        Figure.Axis.share(""),
        null,
        rows.stream().map(EstimateRow::mark).filter(Objects::nonNull).toList());
  }

  private List<String> methods() {
    List<String> methods = new ArrayList<>();
    methods.add(
        "stratified sample without replacement, weighted ratios with Taylor's linearisation and the"
            + " correction for a finite population (Horvitz and Thompson 1952; Hajek 1971; Cochran"
            + " 1977; Sarndal, Swensson and Wretman 1992); interval on the log odds");
    methods.add("exact bound where none was found, hypergeometric (Wright 1991)");
    methods.add("effective n (Kish 1965)");
    if (hasLabels()) {
      methods.add("difference estimator (Sarndal, Swensson and Wretman 1992)");
      if (sample.design().equals(AuditedSample.SIMPLE)) {
        methods.add("PPI++ (Angelopoulos, Duchi and Zrnic 2023)");
        methods.add("exact interval (Clopper and Pearson 1934)");
        methods.add("Rogan and Gladen (1978), interval of Lang and Reiczigel (2014)");
      }
    }
    return methods;
  }

  private Table inputs() {
    List<Column> columns =
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("stratum", "stratum"),
            Column.words("read", "read"),
            Column.words("truth", outcome.wire()),
            Column.words("predicted", "predicted"),
            Column.words("among", "among"),
            Column.words("against", "against"));
    return new Table(
        "transcripts", "", columns, sample.units().stream().map(this::input).toList(), List.of());
  }

  private List<Cell> input(Unit unit) {
    return List.of(
        Cell.words(unit.id().value()),
        Cell.words(sample.strata().get(unit.stratum())),
        Cell.words(unit.isRead() ? "yes" : "no"),
        word(unit.truth()),
        word(unit.said()),
        word(unit.among()),
        word(unit.against()));
  }

  private static Cell word(Outcome.Judged judged) {
    return Cell.words(
        switch (judged) {
          case YES -> "yes";
          case NO -> "no";
          case UNCLEAR -> "unclear";
          case MISSING -> "";
        });
  }
}
