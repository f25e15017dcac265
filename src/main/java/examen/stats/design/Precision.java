package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;

/**
 * How many items make the interval of a rate as narrow as is wanted (Cochran 1977, chapter 4). Plan
 * on the slice that will be hardest. Numbers beyond {@link #MOST} are undefined.
 *
 * @param rate what is expected, between 0 and 1
 * @param halfWidth of the interval, above 0
 * @param confidence of the interval
 */
public record Precision(double rate, double halfWidth, double confidence) {
  public static final long MOST = 10_000_000;

  private static final Undefined TOO_MANY = new Undefined("more than 10,000,000 items");

  public Precision {
    if (!(rate >= 0 && rate <= 1 && halfWidth > 0 && confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a rate of " + rate + " to " + halfWidth + " at " + confidence);
    }
  }

  /** By Wald's interval. */
  public Result waldSize() {
    return wholeNumber(rawSize());
  }

  /** By Wald's interval, of a population of so many. */
  public Result waldSize(long population) {
    double raw = rawSize();
    return wholeNumber(raw / (1 + (raw - 1) / population));
  }

  /** The smallest number whose Wilson interval is narrow enough at the expected count. */
  public Result wilsonSize() {
    double z = Normal.z(confidence);
    for (long n = 1; n <= MOST; n++) {
      if (isNarrow(n, z)) {
        return new Estimate((double) n);
      }
    }
    return TOO_MANY;
  }

  /**
   * How many items must be read so that as many of them are expected to have it as the recall needs
   * in a Wilson interval: recall is planned by true cases, not by items.
   *
   * @param prevalence the share of items that have it, above 0 and at most 1
   */
  public Result itemsForRecall(double prevalence) {
    return switch (wilsonSize()) {
      case Undefined undefined -> undefined;
      case Estimate(double cases) ->
          prevalence > 0 && prevalence <= 1
              ? wholeNumber(cases / prevalence)
              : new Undefined("nothing is expected to have it");
    };
  }

  /**
   * As many items in clusters as say what {@code n} independent ones do (Kish 1965).
   *
   * @param perCluster how many items each cluster has, at least 1
   * @param correlation how alike the items of a cluster are, from 0 to 1
   */
  public static Result inClusters(double n, double perCluster, double correlation) {
    return wholeNumber(n * (1 + (perCluster - 1) * correlation));
  }

  private double rawSize() {
    double z = Normal.z(confidence);
    return z * z * rate * (1 - rate) / (halfWidth * halfWidth);
  }

  private boolean isNarrow(long n, double z) {
    long count = (long) Math.floor(n * rate + 0.5);
    // The half-width of Wilson's interval, quicker than the interval itself.
    double z2 = z * z;
    double half = z * Math.sqrt((double) count * (n - count) / n + z2 / 4) / (n + z2);
    return half <= halfWidth * (1 + 1e-9) && exactly(new Proportion(count, n));
  }

  private boolean exactly(Proportion seen) {
    return switch (seen.wilson(confidence)) {
      case Interval interval -> (interval.high() - interval.low()) / 2 <= halfWidth;
      case Undefined undefined -> false;
    };
  }

  /** Rounding must not ask for one more. */
  static Result wholeNumber(double raw) {
    double whole = Math.max(1, Math.ceil(raw - 1e-9));
    return whole <= MOST ? new Estimate(whole) : TOO_MANY;
  }
}
