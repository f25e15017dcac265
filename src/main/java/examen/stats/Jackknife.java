package examen.stats;

import java.util.Arrays;

/** What a number is when each unit, or cluster of units, is left out in turn (Efron 1982). */
public final class Jackknife {
  private final double[] values;

  private Jackknife(double[] values) {
    this.values = values;
  }

  /** Leaves each cluster out once. */
  public static Jackknife of(Weighed number, Clusters clusters) {
    int[] drawn = new int[clusters.count()];
    int[] weights = new int[clusters.units()];
    double[] values = new double[drawn.length];
    Arrays.fill(drawn, 1);
    for (int left = 0; left < drawn.length; left++) {
      drawn[left] = 0;
      clusters.weigh(drawn, weights);
      values[left] = number.weighted(weights).orNaN();
      drawn[left] = 1;
    }
    return new Jackknife(values);
  }

  /** Undefined where the number is, with one unit left out, or where there are fewer than two. */
  public Result standardError() {
    double n = values.length;
    return n < 2
        ? new Undefined("fewer than two units")
        : Result.of(Math.sqrt((n - 1) / n * power(2)), "undefined when one unit is left out");
  }

  /**
   * How the standard error changes with the number: a sixth of the skewness of the influences
   * (Efron 1987). Undefined where the number is, with one unit left out, or does not vary.
   */
  public Result acceleration() {
    return Result.of(
        power(3) / (6 * Math.pow(power(2), 1.5)),
        "no variation, or undefined when one unit is left out");
  }

  /** The sum of the powers of how far each value lies below their mean. */
  private double power(int exponent) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Arrays.stream(values).map(v -> Math.pow(mean - v, exponent)).sum();
  }
}
