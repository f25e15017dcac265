package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.design.Ratio;
import examen.stats.rate.Proportion;
import examen.study.AuditedSample.Reading;
import examen.study.AuditedSample.Unit;
import examen.study.AuditedSample.Words;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What an audit of a drawn sample says of all transcripts of its plan.
 *
 * @param held what people hold for true of those whose reading counts
 * @param said what the classifier says of all
 */
record AuditEstimates(
    AuditedSample sample,
    Target target,
    Map<TranscriptId, String> held,
    Map<TranscriptId, String> said,
    double confidence) {
  /**
   * What is audited.
   *
   * @param positive the answer that makes a case; empty where none does
   */
  record Target(Variable.OfLabel label, LabelAnswers answers, String positive) {
    private String said(Case one) {
      return label.of(one).flatMap(answers::of).orElse("");
    }
  }

  /**
   * @param held what is held for true of a transcript, also where its reading does not count
   */
  static AuditEstimates of(
      PlanReading plan, Target target, Map<TranscriptId, String> held, double confidence) {
    Map<TranscriptId, String> counted = new HashMap<>();
    Map<TranscriptId, String> said = new HashMap<>();
    AuditedSample sample =
        plan.sample(
            (one, reading) -> {
              String truth = reading == Reading.READ ? held.getOrDefault(one.id(), "") : "";
              String answer = target.said(one);
              counted.put(one.id(), truth);
              said.put(one.id(), answer);
              return words(target.positive, truth, answer);
            });
    return new AuditEstimates(sample, target, counted, said, confidence);
  }

  /** Where no answer makes a case, whether the classifier is right. */
  private static Words words(String positive, String truth, String answer) {
    if (positive.isEmpty()) {
      if (truth.isEmpty() || answer.isEmpty()) {
        return Words.of(
            Outcome.Judged.MISSING, answer.isEmpty() ? Outcome.Judged.MISSING : Outcome.Judged.YES);
      }
      return Words.of(
          truth.equals(answer) ? Outcome.Judged.YES : Outcome.Judged.NO, Outcome.Judged.YES);
    }
    Outcome.Judged said = judged(positive, answer);
    return Words.of(
        judged(positive, truth), said == Outcome.Judged.UNCLEAR ? Outcome.Judged.MISSING : said);
  }

  private static Outcome.Judged judged(String positive, String answer) {
    if (answer.equals(positive)) {
      return Outcome.Judged.YES;
    }
    if (answer.isEmpty()) {
      return Outcome.Judged.MISSING;
    }
    return Outcome.cannotBeTold(answer) ? Outcome.Judged.UNCLEAR : Outcome.Judged.NO;
  }

  private boolean hasNoCase() {
    return target.positive.isEmpty();
  }

  List<Table> tables() {
    return List.of(measures(), confusion());
  }

  Figure forest() {
    return new Figure.Forest(
        "of-all",
        "Of all, by the plan",
        "share of transcripts, " + Choices.percent(confidence) + " interval",
        Figure.Axis.share(""),
        null,
        rows().stream().map(EstimateRow::mark).filter(Objects::nonNull).toList());
  }

  List<String> notes() {
    SampleNotes notes = new SampleNotes(sample);
    return hasNoCase() ? notes.open() : notes.all();
  }

  private List<EstimateRow> rows() {
    return measured().stream().map(m -> EstimateRow.of(m, sample, confidence)).toList();
  }

  private List<Measure> measured() {
    if (hasNoCase()) {
      return List.of(Measure.among("accuracy", "accuracy", Unit::isFlagged, Unit::isTrue));
    }
    List<Measure> all = new ArrayList<>(Measure.OF_CLASSIFIER);
    all.addFirst(Measure.among("prevalence", "prevalence", Unit::isAsked, Unit::isTrue));
    return all;
  }

  private Table measures() {
    List<Column> columns = new ArrayList<>(EstimateRow.columns(confidence));
    columns.add(2, Column.numbers("raw", "raw"));
    List<List<Cell>> lines = new ArrayList<>();
    for (Measure measure : measured()) {
      EstimateRow row = EstimateRow.of(measure, sample, confidence);
      lines.add(line(row, Showing.rate(measure.seen(sample))));
    }
    if (!hasNoCase()) {
      lines.add(1, classified());
      lines.add(f1());
    }
    String what = hasNoCase() ? "" : " of \"%s\"".formatted(target.positive);
    return new Table("of-all", "Of all, by the plan: measures" + what, columns, lines, cautions());
  }

  private List<String> cautions() {
    List<String> cautions =
        new ArrayList<>(
            List.of("Raw is what those read say without their weights: for contrast, not of all."));
    EstimateRow.rare(measured(), sample).ifPresent(cautions::add);
    return cautions;
  }

  private static List<Cell> line(EstimateRow row, Cell raw) {
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.add(2, raw);
    return cells;
  }

  /** What the classifier says is known without reading. */
  private List<Cell> classified() {
    Predicate<Unit> read = unit -> unit.isRead() && unit.isLabelled();
    Proportion seen = new Proportion(sample.count(read.and(Unit::isFlagged)), sample.count(read));
    Proportion all = new Proportion(sample.count(Unit::isFlagged), sample.count(Unit::isLabelled));
    return List.of(
        Cell.words("said by the classifier"),
        Showing.count(seen).on(Measure.ids(sample, read.and(Unit::isFlagged))),
        Showing.rate(seen),
        Showing.rate(all).on(Measure.ids(sample, Unit::isFlagged)),
        Showing.count(all).on(Measure.ids(sample, Unit::isFlagged)),
        Cell.words(""),
        Cell.words("known of all"),
        Cell.words(""));
  }

  private List<Cell> f1() {
    AuditedSample reached = sample.reaching(Unit::isLabelled);
    Ratio ratio = f1(reached);
    Result raw =
        Result.ratio(
            Arrays.stream(ratio.y()).sum(),
            Arrays.stream(ratio.x()).sum(),
            "no case and none said");
    List<String> caught = Measure.ids(reached, AuditEstimates::isCaught);
    Cell read = Showing.count(caught.size()).on(caught);
    if (!sample.isSample()) {
      return line(EstimateRow.undefined("F1", read, EstimateRow.NOT_DRAWN), Showing.number(raw, 3));
    }
    Estimated estimated = reached.survey().ratio(ratio.y(), ratio.x());
    Bounds bounds = bounds(reached, estimated, ratio.y());
    EstimateRow row =
        new EstimateRow(
            "F1",
            read,
            Showing.number(estimated.value(), 3),
            Showing.bounds(bounds, 3),
            Showing.number(estimated.standardError(), 3),
            EstimateRow.method(bounds),
            Showing.number(reached.survey().effectiveSize(ratio.x()), 1),
            null);
    return line(row, Showing.number(raw, 3));
  }

  /** Twice what is caught, by what is so and what is said together. */
  private static Ratio f1(AuditedSample sample) {
    Predicate<Unit> known = unit -> unit.isLabelled() && unit.isJudged();
    double[] twice = sample.column(AuditEstimates::isCaught);
    double[] both = sample.column(known.and(Unit::isTrue));
    double[] flagged = sample.column(known.and(Unit::isFlagged));
    for (int unit = 0; unit < twice.length; unit++) {
      twice[unit] *= 2;
      both[unit] += flagged[unit];
    }
    return new Ratio(twice, both);
  }

  private static boolean isCaught(Unit unit) {
    return unit.isTrue() && unit.isFlagged();
  }

  /** Where no error was found, what the most of them that can be hidden make of it. */
  private Bounds bounds(AuditedSample reached, Estimated f1, double[] twiceCaught) {
    boolean same = f1.linearisedError() instanceof Estimate(double error) && error == 0;
    if (!same) {
      return f1.logit(confidence);
    }
    double value = f1.value().orNaN();
    if (reached.survey().isWhole()) {
      return new Interval(value, value, confidence, "all were read");
    }
    double caught = reached.survey().total(twiceCaught).value().orNaN();
    double hidden = reached.unseen(Unit::isLabelled, confidence).atMost();
    return value < 1
        ? new Undefined("no variation was seen in the sample")
        : new Interval(caught / (caught + hidden), 1, confidence, "worst case, one-sided");
  }

  /** How many transcripts there are of each kind, gold by classifier. */
  private Table confusion() {
    List<List<Cell>> rows = new ArrayList<>();
    List<String> given =
        target.answers.answers().stream()
            .filter(answer -> held.containsValue(answer) || said.containsValue(answer))
            .toList();
    for (String truth : given) {
      for (String answer : given) {
        rows.add(cell(truth, answer));
      }
    }
    return new Table(
        "confusion-of-all",
        "Of all, by the plan: how many transcripts",
        List.of(
            Column.words("held", "held for true"),
            Column.words("said", "classifier said"),
            Column.numbers("read", "of those read"),
            Column.numbers("estimate", "estimate"),
            Column.numbers("error", "standard error")),
        rows,
        List.of(
            "Of %,d transcripts. What is not settled, or has no label, is in no row."
                .formatted(sample.population())));
  }

  private List<Cell> cell(String truth, String answer) {
    Predicate<Unit> in =
        unit -> truth.equals(held.get(unit.id())) && answer.equals(said.get(unit.id()));
    List<String> ids = Measure.ids(sample, in);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(truth));
    cells.add(Cell.words(answer));
    cells.add(Showing.count(ids.size()).on(ids));
    if (!sample.isSample()) {
      cells.add(Showing.undefined(EstimateRow.NOT_DRAWN));
      cells.add(Cell.words(""));
      return cells;
    }
    Estimated total =
        sample
            .survey()
            .total(sample.column(in), sample.column(Unit::isAsked), (double) sample.population());
    cells.add(Showing.number(total.value(), 1).on(ids));
    cells.add(Showing.number(total.standardError(), 1).on(ids));
    return cells;
  }
}
