package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.rate.Proportion;
import examen.study.AuditedSample.Unit;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a read sample says of all transcripts, as tables. */
final class EstimateReport {
  private static final Undefined UNREAD = new Undefined("nothing was read");

  private final Frame frame;
  private final Chosen chosen;
  private final AuditedSample sample;
  private final ReadSample read;
  private final Outcome outcome;
  private final double confidence;
  private final List<Measure> measures = new ArrayList<>();

  EstimateReport(Frame frame, Chosen chosen, ReadSample read) {
    this.frame = frame;
    this.chosen = chosen;
    this.read = read;
    this.sample = read.sample();
    this.outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
    this.confidence = Choices.confidence(chosen);
    measures.add(Measure.RATE);
    if (hasLabels()) {
      measures.addAll(Measure.OF_CLASSIFIER);
    }
    some(Estimation.AMONG, Unit::isAmong).forEach(measures::add);
    some(Estimation.AGAINST, Unit::isAgainst).forEach(measures::add);
  }

  private boolean hasLabels() {
    return chosen.has(Estimation.PREDICTED.id());
  }

  /** The rate among some; a label or condition is known of all, an answer only of those read. */
  private List<Measure> some(Choice choice, Predicate<Unit> member) {
    if (!chosen.has(choice.id())) {
      return List.of();
    }
    Outcome kind = chosen.outcome(choice.id(), frame);
    String name = "rate among " + kind.wire();
    return List.of(
        kind.variable() instanceof Variable.Human
            ? Measure.found(choice.id(), name, member)
            : Measure.among(choice.id(), name, member, Unit::isTrue));
  }

  Report report() {
    List<EstimateRow> rows = rows();
    return new Report(
        "estimate",
        outcome.title(frame),
        "transcript",
        new EstimateNotes(frame, chosen, read).all(),
        List.of(estimates(rows), strata()),
        List.of(forest(rows)),
        chosen.all(),
        methods(),
        Stream.concat(Stream.of(inputs()), read.inputs().stream()).toList());
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
    Estimated total =
        sample
            .survey()
            .total(
                sample.column(Unit::isTrue),
                sample.column(Unit::isAsked),
                (double) sample.population());
    Bounds bounds = scaled();
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
    return EstimateRow.difference("difference of the two", first, second, sample, confidence);
  }

  /** As many as the share of those that are known to have it stands for, of none or all too. */
  private Bounds scaled() {
    Bounds share =
        sample.count(Unit::isUnsettled) == 0
            ? Measure.RATE.interval(sample, confidence)
            : sample
                .survey()
                .ratio(sample.column(Unit::isTrue), sample.column(Unit::isAsked))
                .logit(confidence);
    double all = sample.population();
    return switch (share) {
      case Interval of -> new Interval(all * of.low(), all * of.high(), confidence, of.method());
      case Undefined undefined -> undefined;
    };
  }

  private Table estimates(List<EstimateRow> rows) {
    return new Table(
        "estimates",
        "",
        EstimateRow.columns(confidence),
        rows.stream().map(EstimateRow::cells).toList(),
        EstimateRow.rare(measures, sample).stream().toList());
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
    Predicate<Unit> drawn = in.and(Unit::isDrawn);
    Predicate<Unit> yes = in.and(Unit::isTrue);
    Predicate<Unit> unsettled = in.and(Unit::isUnsettled);
    return List.of(
        Cell.words(sample.strata().get(h)),
        Showing.count(sample.count(in)).on(ids(in)),
        Showing.count(sample.count(drawn)).on(ids(drawn)),
        weight(in, drawn),
        Showing.count(new Proportion(sample.count(yes), sample.count(in.and(Unit::isJudged))))
            .on(ids(yes)),
        Showing.count(sample.count(unsettled)).on(ids(unsettled)));
  }

  private Cell weight(Predicate<Unit> in, Predicate<Unit> drawn) {
    DoubleSummaryStatistics weights =
        sample.all(drawn).stream().mapToDouble(unit -> 1 / unit.probability()).summaryStatistics();
    if (!sample.isSample()) {
      return Showing.undefined(EstimateRow.NOT_DRAWN);
    }
    if (weights.getCount() == 0) {
      return Showing.undefined(UNREAD);
    }
    return sample.lot() == AuditedSample.Lot.UNEQUAL
        ? Cell.words("%.2f to %.2f".formatted(weights.getMin(), weights.getMax()))
        : Showing.number(new Estimate((double) sample.count(in) / weights.getCount()), 2);
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
    List<String> methods = new ArrayList<>(EstimateRow.methods(sample));
    if (hasLabels()) {
      methods.add("difference estimator (Sarndal, Swensson and Wretman 1992)");
      if (sample.lot() == AuditedSample.Lot.SIMPLE) {
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
        Cell.words(unit.isDrawn() ? "yes" : "no"),
        word(unit.words().truth()),
        word(unit.words().said()),
        word(unit.words().among()),
        word(unit.words().against()));
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
