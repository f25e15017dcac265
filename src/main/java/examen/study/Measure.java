package examen.study;

import examen.report.Cell;
import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.design.Estimated;
import examen.stats.design.Ratio;
import examen.stats.rate.Proportion;
import examen.study.AuditedSample.Unit;
import java.util.List;
import java.util.function.Predicate;

/**
 * A share of all transcripts of a kind, such as precision.
 *
 * @param below of which it is a share; judged transcripts only
 * @param above which of those count
 * @param mayCount those of which it is known without reading that only they can count
 * @param mayFail those of which it is known without reading that only they can be of the kind and
 *     not count
 */
record Measure(
    String id,
    String name,
    Predicate<Unit> below,
    Predicate<Unit> above,
    Predicate<Unit> mayCount,
    Predicate<Unit> mayFail,
    Size size) {
  static final Measure RATE = among("rate", "rate", Unit::isAsked, Unit::isTrue);

  static final Measure PRECISION = among("precision", "precision", Unit::isFlagged, Unit::isTrue);

  static final Measure RECALL =
      new Measure(
          "recall",
          "recall",
          unit -> unit.isLabelled() && unit.isTrue(),
          Unit::isFlagged,
          Unit::isFlagged,
          Unit::isCleared,
          Size.ESTIMATED);

  static final Measure SPECIFICITY =
      new Measure(
          "specificity",
          "specificity",
          unit -> unit.isLabelled() && unit.isFalse(),
          Unit::isCleared,
          Unit::isCleared,
          Unit::isFlagged,
          Size.ESTIMATED);

  static final Measure NEGATIVE_PREDICTIVE =
      among("npv", "negative predictive value", Unit::isCleared, Unit::isFalse);

  static final Measure ACCURACY =
      among("accuracy", "accuracy", Unit::isLabelled, unit -> !AssistedRows.isWrong(unit));

  /** Of a classifier. */
  static final List<Measure> OF_CLASSIFIER =
      List.of(PRECISION, RECALL, SPECIFICITY, NEGATIVE_PREDICTIVE, ACCURACY);

  /** Whether it is known without reading how many there are of the kind. */
  enum Size {
    KNOWN,
    ESTIMATED
  }

  /** A share of those that are known without reading. */
  static Measure among(String id, String name, Predicate<Unit> known, Predicate<Unit> above) {
    return new Measure(id, name, known.and(Unit::isJudged), above, known, known, Size.KNOWN);
  }

  /** The rate among some of whom only reading tells that they belong to them. */
  static Measure found(String id, String name, Predicate<Unit> member) {
    return new Measure(
        id,
        name,
        member.and(Unit::isJudged),
        Unit::isTrue,
        Unit::isAsked,
        Unit::isAsked,
        Size.ESTIMATED);
  }

  boolean counts(Unit unit) {
    return below.test(unit) && above.test(unit);
  }

  /** The strata in which such transcripts can be. */
  AuditedSample reached(AuditedSample sample) {
    return sample.reaching(mayCount.or(mayFail));
  }

  /** What a sample says of it. */
  Estimated of(AuditedSample sample) {
    AuditedSample reached = reached(sample);
    return reached.survey().ratio(reached.column(this::counts), reached.column(below));
  }

  /** What is divided by what over the whole sample. */
  Ratio ratio(AuditedSample sample) {
    return new Ratio(sample.column(this::counts), sample.column(below));
  }

  /** How many of those read count, of how many. */
  Proportion seen(AuditedSample sample) {
    return new Proportion(sample.count(this::counts), sample.count(below));
  }

  /** How many drawn alike would say as much. */
  Result effective(AuditedSample sample) {
    AuditedSample reached = reached(sample);
    return reached.survey().effectiveSize(reached.column(below));
  }

  /** Logit; exact where the sample saw no variation, for then there is no standard error. */
  Bounds interval(AuditedSample sample, double confidence) {
    Estimated estimated = of(sample);
    double value = estimated.value().orNaN();
    boolean same = estimated.linearisedError() instanceof Estimate(double error) && error == 0;
    if (!same) {
      return estimated.logit(confidence);
    }
    AuditedSample reached = reached(sample);
    if (reached.survey().isWhole()) {
      return new Interval(value, value, confidence, "all were read");
    }
    return unseen(reached, value, confidence);
  }

  /** What reading may not have met, in the number that could still stay hidden. */
  private Bounds unseen(AuditedSample reached, double value, double confidence) {
    if (size == Size.KNOWN) {
      return hidden(reached, value, confidence);
    }
    if (value > 0 && value < 1) {
      return new Undefined("no variation was seen within any stratum");
    }
    boolean none = value == 0;
    double most = reached.unseen(none ? mayCount : mayFail, confidence).atMost();
    double seen = reached.survey().total(reached.column(below)).value().orNaN();
    double share = most / (seen + most);
    String method = bound(reached, "worst case, one-sided");
    return none
        ? new Interval(0, share, confidence, method)
        : new Interval(1 - share, 1, confidence, method);
  }

  /** Hidden among those of strata in which none counts, and in which all count. */
  private Bounds hidden(AuditedSample reached, double value, double confidence) {
    long[] counting = reached.counts(this::counts);
    AuditedSample none = reached.only(h -> counting[h] == 0);
    AuditedSample all = reached.only(h -> counting[h] > 0);
    boolean both = !none.units().isEmpty() && !all.units().isEmpty();
    double level = both ? (1 + confidence) / 2 : confidence;
    double known = reached.count(mayCount);
    return new Interval(
        value - all.unseen(mayFail, level).atMost() / known,
        value + none.unseen(mayCount, level).atMost() / known,
        confidence,
        bound(reached, both ? "exact" : "exact, one-sided"));
  }

  /** With unequal probabilities there is no exact one. */
  private static String bound(AuditedSample sample, String otherwise) {
    return sample.lot() == AuditedSample.Lot.UNEQUAL
        ? "conservative, unequal probabilities, one-sided"
        : otherwise;
  }

  /** Whether the sample has too few of one kind for an interval by the normal distribution. */
  boolean isRare(AuditedSample sample) {
    Proportion seen = seen(sample);
    return Math.min(seen.count(), seen.rest()) < 10 && seen.count() > 0 && seen.rest() > 0;
  }

  /** The transcripts of a kind. */
  static List<String> ids(AuditedSample sample, Predicate<Unit> wanted) {
    return sample.all(wanted).stream().map(unit -> unit.id().value()).toList();
  }

  /** Of what was read, unweighted. */
  Cell read(AuditedSample sample) {
    return Showing.count(seen(sample)).on(ids(sample, this::counts));
  }
}
