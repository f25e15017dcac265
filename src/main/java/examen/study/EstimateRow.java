package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.rate.Proportion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One number that a sample gave.
 *
 * @param read what it was computed from, unweighted
 * @param error the standard error; blank where the interval does not go by one
 * @param method of the interval
 * @param effective how many drawn alike would say as much
 * @param mark null where it is no share
 */
record EstimateRow(
    String name,
    Cell read,
    Cell estimate,
    Cell interval,
    Cell error,
    String method,
    Cell effective,
    Figure.@Nullable Mark mark) {
  static final Undefined NOT_DRAWN = new Undefined("what was read was not drawn as a sample");

  static List<Column> columns(double confidence) {
    return List.of(
        Column.words("estimate-of", "of all transcripts"),
        Column.numbers("read", "of those read"),
        Column.numbers("estimate", "estimate"),
        Column.numbers("interval", Choices.percent(confidence) + " interval"),
        Column.numbers("error", "standard error"),
        Column.words("method", "interval by"),
        Column.numbers("effective", "effective n"));
  }

  List<Cell> cells() {
    return List.of(
        Cell.words(name), read, estimate, interval, error, Cell.words(method), effective);
  }

  /** A share by a sample. */
  static EstimateRow of(Measure measure, AuditedSample sample, double confidence) {
    Cell read = measure.read(sample);
    List<String> behind = Measure.ids(sample, measure.below());
    if (!sample.isSample()) {
      return undefined(measure.name(), read, NOT_DRAWN);
    }
    Proportion seen = measure.seen(sample);
    Estimated estimated = measure.of(sample);
    Bounds bounds = measure.interval(sample, confidence);
    EstimateRow row = share(measure.name(), read, estimated.value(), bounds, seen.total());
    return new EstimateRow(
        row.name,
        row.read,
        row.estimate.on(behind),
        row.interval,
        error(estimated),
        row.method,
        Showing.number(measure.effective(sample), 1),
        row.mark);
  }

  /** How much larger the first is, with what the two have in common in its error. */
  static EstimateRow difference(
      String name, Measure first, Measure second, AuditedSample sample, double confidence) {
    Cell read = Cell.words("");
    if (!sample.isSample()) {
      return undefined(name, read, NOT_DRAWN);
    }
    Estimated estimated =
        sample.survey().ratioDifference(first.ratio(sample), second.ratio(sample));
    Bounds bounds = estimated.normal(confidence);
    return new EstimateRow(
        name,
        read,
        Showing.points(estimated.value()),
        Showing.points(bounds),
        error(estimated),
        method(bounds) + ", points",
        Cell.words(""),
        null);
  }

  /** Where normal intervals are not to be trusted. */
  static Optional<String> rare(List<Measure> measures, AuditedSample sample) {
    List<String> rare = measures.stream().filter(m -> m.isRare(sample)).map(Measure::name).toList();
    return rare.isEmpty() || !sample.isSample()
        ? Optional.empty()
        : Optional.of(
            "Fewer than 10 of one kind were read, and the interval may be too narrow: %s."
                .formatted(String.join(", ", rare)));
  }

  /** How the numbers of a sample are come by. */
  static List<String> methods(AuditedSample sample) {
    return sample.lot() == AuditedSample.Lot.UNEQUAL
        ? List.of(
            "unequal probabilities, weighted ratios (Hajek 1971) with Taylor's linearisation and"
                + " the variance of drawing with replacement (Hansen and Hurwitz 1943; Sarndal,"
                + " Swensson and Wretman 1992); interval on the log odds",
            "conservative bound where none was found: the product of 1 - p over the least likely",
            "effective n (Kish 1965)")
        : List.of(
            "stratified sample without replacement, weighted ratios with Taylor's linearisation and"
                + " the correction for a finite population (Horvitz and Thompson 1952; Hajek 1971;"
                + " Cochran 1977; Sarndal, Swensson and Wretman 1992); interval on the log odds",
            "exact bound where none was found, hypergeometric (Wright 1991)",
            "effective n (Kish 1965)");
  }

  /** In points. */
  static Cell error(Estimated estimated) {
    return Showing.number(estimated.standardError().map(error -> 100 * error), 1);
  }

  /**
   * A share without standard error and effective number.
   *
   * @param of of how many percentages are written as
   */
  static EstimateRow share(String name, Cell read, Result value, Bounds bounds, long of) {
    Cell estimate = Showing.share(value, of);
    Cell interval = Showing.percents(bounds, of);
    return new EstimateRow(
        name,
        read,
        estimate,
        interval,
        Cell.words(""),
        method(bounds),
        Cell.words(""),
        mark(name, value, bounds, estimate.text()));
  }

  static EstimateRow undefined(String name, Cell read, Undefined reason) {
    return new EstimateRow(
        name,
        read,
        Showing.undefined(reason),
        Showing.undefined(reason),
        Cell.words(""),
        "",
        Cell.words(""),
        mark(name, reason, reason, "undefined (" + reason.reason() + ")"));
  }

  static String method(Bounds bounds) {
    return switch (bounds) {
      case Interval interval -> interval.method();
      case Undefined undefined -> "";
    };
  }

  private static Figure.Mark mark(String name, Result value, Bounds bounds, String text) {
    double at = value.orNaN();
    Figure.Whisker whisker =
        bounds instanceof Interval interval && !Double.isNaN(at)
            ? new Figure.Whisker(at, Math.min(at, interval.low()), Math.max(at, interval.high()))
            : null;
    return new Figure.Mark(name, whisker, text, List.of());
  }
}
