package examen.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The correction of a bootstrap interval for bias and for a standard error that changes with the
 * number (Efron 1987).
 *
 * @param bias z<sub>0</sub>: the normal quantile of the share of draws below the number; infinite
 *     where all draws lie on one side of it
 * @param acceleration of {@link Jackknife#acceleration()}
 */
public record Bca(double bias, double acceleration) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The correction for a number of these replicates. */
  public static Bca of(Replicates replicates, double estimate, double acceleration) {
    double below = replicates.shareBelow(estimate);
    return new Bca(
        Double.isNaN(below) ? Double.NaN : NORMAL.inverseCumulativeProbability(below),
        acceleration);
  }

  /**
   * Which share of the draws lies below the end that {@code p} asks for; NaN where there is none.
   */
  public double level(double p) {
    double shifted = bias + NORMAL.inverseCumulativeProbability(p);
    double scaled = 1 - acceleration * shifted;
    boolean usable = Double.isFinite(shifted) && scaled > 0;
    return usable ? NORMAL.cumulativeProbability(bias + shifted / scaled) : Double.NaN;
  }
}
