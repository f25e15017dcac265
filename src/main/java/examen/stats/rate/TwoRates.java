package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * Two rates of independent samples and their difference, which is the first less the second:
 * Newcombe (1998b, method 10) and Miettinen and Nurminen (1985), Pearson's chi-square with and
 * without the correction of Yates (1934). Nothing is defined where a group is empty.
 */
public record TwoRates(Proportion first, Proportion second) {
  static final String EMPTY = "a group is empty";
  private static final String ONE_OUTCOME = "all outcomes are the same";

  /** The other way round. */
  public TwoRates swapped() {
    return new TwoRates(second, first);
  }

  public Result difference() {
    return isEmpty() ? new Undefined(EMPTY) : new Estimate(rate(first) - rate(second));
  }

  /** From both intervals of Wilson: the one to show. */
  public Bounds newcombe(double confidence) {
    return unlessEmpty(
        () -> {
          Interval one = (Interval) first.wilson(confidence);
          Interval two = (Interval) second.wilson(confidence);
          double p1 = rate(first);
          double p2 = rate(second);
          return new Interval(
              p1 - p2 - Math.hypot(p1 - one.low(), two.high() - p2),
              p1 - p2 + Math.hypot(one.high() - p1, p2 - two.low()),
              confidence,
              "Newcombe");
        });
  }

  /** The differences that the score test does not refuse, with the factor n / (n - 1). */
  public Bounds miettinenNurminen(double confidence) {
    return unlessEmpty(
        () -> {
          double z = Normal.z(confidence);
          double seen = rate(first) - rate(second);
          DoublePredicate refused =
              difference -> Math.abs(seen - difference) > z * Math.sqrt(scoreVariance(difference));
          return new Interval(
              seen <= -1 ? -1 : Root.boundary(-1, seen, refused),
              seen >= 1 ? 1 : Root.boundary(1, seen, refused),
              confidence,
              "Miettinen-Nurminen");
        });
  }

  /** Pearson's chi-square; undefined where nobody or everybody has the outcome. */
  public ChiSquare chiSquare() {
    return chiSquare(0);
  }

  /** Pearson's chi-square with the correction of Yates. */
  public ChiSquare yates() {
    return chiSquare(0.5);
  }

  /** Fisher's exact test. */
  public ConditionalTest fisher() {
    return ConditionalTest.fisher(this);
  }

  boolean isEmpty() {
    return first.total() == 0 || second.total() == 0;
  }

  long total() {
    return first.total() + second.total();
  }

  long events() {
    return first.count() + second.count();
  }

  static double rate(Proportion p) {
    return (double) p.count() / p.total();
  }

  private ChiSquare chiSquare(double correction) {
    if (isEmpty()) {
      return ChiSquare.undefined(EMPTY);
    }
    double all = total();
    double cross =
        Math.abs((double) first.count() * second.rest() - (double) second.count() * first.rest());
    double corrected = Math.max(0, cross - correction * all);
    double margins =
        (double) first.total() * second.total() * ((double) events() * (all - events()));
    return ChiSquare.of(corrected * corrected / margins * all, 1, ONE_OUTCOME);
  }

  /**
   * The variance at the likeliest rates that differ by so much: the root of a cubic (Miettinen and
   * Nurminen 1985, appendix I).
   */
  private double scoreVariance(double difference) {
    double n = total();
    double a = ((first.total() + 2.0 * second.total()) * difference - n - events()) / (3 * n);
    double b = (second.total() * difference - n - 2.0 * second.count()) * difference + events();
    double c = second.count() * difference * (1 - difference);
    double q = a * a * a - a * b / (2 * n) + c / (2 * n);
    double p = Math.copySign(Math.sqrt(Math.max(0, a * a - b / (3 * n))), q);
    double cosine = p == 0 ? 0 : Math.clamp(q / (p * p * p), -1, 1);
    double root = 2 * p * Math.cos((Math.PI + Math.acos(cosine)) / 3) - a;
    double least = Math.max(0, -difference);
    double most = Math.min(1, 1 - difference);
    double p2 = Math.clamp(root, least, most);
    double p1 = Math.clamp(p2 + difference, 0, 1);
    return (p1 * (1 - p1) / first.total() + p2 * (1 - p2) / second.total()) * n / (n - 1);
  }

  private Bounds unlessEmpty(Supplier<Bounds> bounds) {
    return isEmpty() ? new Undefined(EMPTY) : bounds.get();
  }
}
