package examen.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How an interval reads its ends off the sorted replicates. */
public enum QuantileRule {
  /** Type 7 of Hyndman and Fan 1996, as R's quantile and NumPy do. */
  LINEAR("type 7") {
    @Override
    public double of(double[] sorted, double p) {
      return Quantiles.of(sorted, p);
    }
  },
  /**
   * The order statistic at p (R + 1), between two of them linear on the scale of normal quantiles
   * (Davison and Hinkley 1997, equation 5.8), as R's package boot does.
   */
  NORMAL("normal scale") {
    @Override
    public double of(double[] sorted, double p) {
      return onNormalScale(sorted, p);
    }
  };

  private static final NormalDistribution NORMAL_SCALE = NormalDistribution.of(0, 1);

  private final String title;

  QuantileRule(String title) {
    this.title = title;
  }

  /** Told in the name of an interval. */
  public String title() {
    return title;
  }

  /**
   * @param sorted at least one number, the smallest first
   * @param p from 0 to 1
   */
  public abstract double of(double[] sorted, double p);

  private static double onNormalScale(double[] sorted, double p) {
    int n = sorted.length;
    double at = (n + 1) * p;
    int k = (int) at;
    if (k == 0) {
      return sorted[0];
    }
    if (k >= n) {
      return sorted[n - 1];
    }
    double below = sorted[k - 1];
    if (k == at) {
      return below;
    }
    double from = normal(k / (n + 1.0));
    double share = (normal(p) - from) / (normal((k + 1) / (n + 1.0)) - from);
    return below + share * (sorted[k] - below);
  }

  private static double normal(double p) {
    return NORMAL_SCALE.inverseCumulativeProbability(p);
  }
}
