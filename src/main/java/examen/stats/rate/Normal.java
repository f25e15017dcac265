package examen.stats.rate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, as intervals and tests ask for it. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** How many standard errors to each side an interval of this confidence has: 1.96 for 0.95. */
  public static double z(double confidence) {
    return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** The value below which lies the share {@code p}. */
  public static double quantile(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }

  /** The share below {@code value}. */
  public static double below(double value) {
    return STANDARD.cumulativeProbability(value);
  }

  /** The share that is at least as far from zero as {@code value}, to both sides. */
  public static double twoSided(double value) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(value)));
  }
}
