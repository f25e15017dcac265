package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bootstrap;
import examen.stats.Bounds;
import examen.stats.Replicates;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.design.Ratio;
import examen.stats.design.SurveyBootstrap;
import examen.stats.design.SurveySample;
import examen.study.AuditedSample.Reading;
import examen.study.AuditedSample.Unit;
import examen.study.AuditedSample.Words;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of stated beliefs of all transcripts of a plan, by those of them that were read. Each
 * row is a ratio of two weighted sums, for which transcripts are in it is known of the read ones
 * only.
 */
final class BeliefEstimates {
  static final List<String> METHODS =
      List.of(
          "corrected rows: ratios of weighted sums, their difference by joint linearisation"
              + " (Cochran 1977; Sarndal, Swensson and Wretman 1992)",
          "where there are few: rescaled bootstrap within strata, percentile (Rao and Wu 1988; Rao,"
              + " Wu and Yue 1992), "
              + Bootstrap.GENERATOR);

  /** With fewer cases, or fewer others, a normal interval is not to be trusted. */
  private static final int FEW = 10;

  private static final Bounds NOT_DRAWN_AGAIN = new Undefined("not drawn again");

  private final AuditedSample sample;
  private final List<Measure> rows;
  private final Measure all;
  private final List<Bounds> redrawn;
  private final SurveyBootstrap bootstrap;
  private final double confidence;

  /**
   * What people say.
   *
   * @param categories of the belief; the first two are compared
   * @param held beliefs of all that were read, also of those whose reading does not count
   */
  record Stated(List<String> categories, Map<TranscriptId, String> held, Judging judging) {}

  BeliefEstimates(PlanReading plan, Stated stated, SurveyBootstrap bootstrap, double confidence) {
    Map<TranscriptId, String> beliefs = new HashMap<>();
    this.sample =
        plan.sample(
            (one, reading) -> {
              if (reading == Reading.UNREAD) {
                return Words.NONE;
              }
              beliefs.put(one.id(), stated.held().getOrDefault(one.id(), ""));
              return Words.of(stated.judging().of(one), Outcome.Judged.MISSING);
            });
    this.rows =
        stated.categories().stream()
            .map(
                category ->
                    found(
                        BeliefReport.name(category),
                        unit -> category.equals(beliefs.get(unit.id()))))
            .toList();
    this.all =
        found("all", unit -> stated.categories().contains(beliefs.getOrDefault(unit.id(), "")));
    this.bootstrap = bootstrap;
    this.confidence = confidence;
    this.redrawn = redrawn();
  }

  AuditedSample sample() {
    return sample;
  }

  private static Measure found(String name, Predicate<Unit> member) {
    return Measure.found(name, name, member);
  }

  private Measure real() {
    return rows.get(0);
  }

  private Measure evaluation() {
    return rows.get(1);
  }

  /** By drawing again: of each row, of all, and of the difference. */
  private List<Bounds> redrawn() {
    List<ToDoubleFunction<double[]>> numbers = new ArrayList<>();
    measures().forEach(row -> numbers.add(SurveyBootstrap.ratio(row.ratio(sample))));
    numbers.add(SurveyBootstrap.difference(real().ratio(sample), evaluation().ratio(sample)));
    if (measures().stream().noneMatch(this::isFew)) {
      return numbers.stream().map(number -> NOT_DRAWN_AGAIN).toList();
    }
    List<Replicates> drawn = bootstrap.of(sample.survey(), numbers);
    return drawn.stream().map(replicates -> replicates.percentile(confidence)).toList();
  }

  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>(rows);
    measures.add(all);
    return measures;
  }

  /** Fewer than ten cases, or others, would say as much; where there is none the bound is exact. */
  private boolean isFew(Measure row) {
    if (!sample.isSample()) {
      return false;
    }
    SurveySample survey = sample.survey();
    double cases = survey.effectiveSize(sample.column(row::counts)).orNaN();
    double others =
        survey.effectiveSize(sample.column(row.below().and(u -> !row.counts(u)))).orNaN();
    return Math.min(cases, others) < FEW;
  }

  private boolean isDifferenceFew() {
    return isFew(real()) || isFew(evaluation());
  }

  private Estimated difference() {
    return sample.survey().ratioDifference(real().ratio(sample), evaluation().ratio(sample));
  }

  /** The difference of the first two in words, and what the sample leaves open. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (sample.isSample()) {
      notes.add(line());
    }
    notes.addAll(new SampleNotes(sample).open());
    return notes;
  }

  private String line() {
    Estimated difference = difference();
    String said =
        "By the plan, of all: %s - %s: %s points %s by joint linearisation, standard error %s"
            .formatted(
                real().name(),
                evaluation().name(),
                Showing.points(difference.value()).text(),
                Showing.points(difference.normal(confidence)).text(),
                EstimateRow.error(difference).text());
    return isDifferenceFew()
        ? said + "; bootstrap " + Showing.points(redrawn.getLast()).text() + "."
        : said + ".";
  }

  Table table() {
    List<Column> columns = new ArrayList<>(EstimateRow.columns(confidence));
    columns.add(Column.numbers("cases", "effective cases"));
    columns.add(Column.numbers("bootstrap", "bootstrap, where few"));
    columns.add(Column.numbers("share", "share of all"));
    List<List<Cell>> lines =
        new ArrayList<>(
            IntStream.rangeClosed(0, rows.size())
                .mapToObj(i -> line(measures().get(i), redrawn.get(i)))
                .toList());
    lines.add(differenceLine());
    return new Table("belief-of-all", "Of all, by the plan", columns, lines, List.of(caution()));
  }

  private String caution() {
    return "Below %d effective cases, or others, an interval by linearisation is too narrow: go by the bootstrap, %,d draws within strata, seed %d. With none at all the bound stands."
        .formatted(FEW, bootstrap.replicates(), bootstrap.seed());
  }

  private List<Cell> line(Measure row, Bounds again) {
    EstimateRow estimated = EstimateRow.of(row, sample, confidence);
    List<Cell> line = new ArrayList<>(estimated.cells());
    if (!sample.isSample()) {
      line.addAll(List.of(Cell.words(""), Cell.words(""), Cell.words("")));
      return line;
    }
    long read = row.seen(sample).total();
    line.add(
        row.seen(sample).count() == 0
            ? Showing.count(0)
            : Showing.number(sample.survey().effectiveSize(sample.column(row::counts)), 1));
    line.add(isFew(row) ? Showing.percents(again, read) : Cell.words(""));
    Ratio share = new Ratio(sample.column(row.below()), sample.column(all.below()));
    line.add(Showing.share(sample.survey().ratio(share.y(), share.x()).value(), read));
    return line;
  }

  private List<Cell> differenceLine() {
    String name = "%s - %s".formatted(real().name(), evaluation().name());
    List<Cell> line =
        new ArrayList<>(
            EstimateRow.difference(name, real(), evaluation(), sample, confidence).cells());
    line.add(Cell.words(""));
    line.add(isDifferenceFew() ? Showing.points(redrawn.getLast()) : Cell.words(""));
    line.add(Cell.words(""));
    return line;
  }

  Figure forest(String title) {
    return new Figure.Forest(
        "belief-of-all",
        title + ", of all by the plan",
        "share of transcripts, " + Choices.percent(confidence) + " interval",
        Figure.Axis.share(""),
        null,
        IntStream.rangeClosed(0, rows.size())
            .mapToObj(i -> mark(measures().get(i), redrawn.get(i)))
            .filter(Objects::nonNull)
            .toList());
  }

  private Figure.@Nullable Mark mark(Measure row, Bounds again) {
    if (!isFew(row)) {
      return EstimateRow.of(row, sample, confidence).mark();
    }
    return EstimateRow.share(
            row.name(), row.read(sample), row.of(sample).value(), again, row.seen(sample).total())
        .mark();
  }
}
