package examen.stats.audit;

import examen.stats.Quantiles;
import examen.stats.RatioOfTotals;
import examen.stats.Result;
import examen.stats.Weighed;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Whether scores from 0 to 1 are the probabilities that they seem to be (Brier 1950; Steyerberg
 * 2019, chapter 15). All numbers are undefined without units.
 */
public final class Calibration {
  private static final String NO_UNIT = "n = 0";

  /** A score that is nearer to 0 or 1 counts as this far off in the log loss. */
  private static final double LEAST = 1e-15;

  private final boolean[] gold;
  private final double[] scores;

  /**
   * @param gold what is so
   * @param scores as many, each from 0 to 1
   */
  public Calibration(boolean[] gold, double[] scores) {
    if (gold.length != scores.length) {
      throw new IllegalArgumentException(gold.length + " units, " + scores.length + " scores");
    }
    for (double score : scores) {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("a score of " + score + " is no probability");
      }
    }
    this.gold = gold.clone();
    this.scores = scores.clone();
  }

  public int units() {
    return gold.length;
  }

  /** The mean squared distance of score and truth. */
  public Result brier() {
    return weighedBrier().each();
  }

  /** The same for bootstrap and jackknife. */
  public Weighed weighedBrier() {
    return mean(unit -> (scores[unit] - truth(unit)) * (scores[unit] - truth(unit)));
  }

  /** In nats, scores cut at 1e-15 and 1 - 1e-15. */
  public Result logLoss() {
    return weighedLogLoss().each();
  }

  /** The same for bootstrap and jackknife. */
  public Weighed weighedLogLoss() {
    return mean(
        unit -> {
          double score = Math.min(1 - LEAST, Math.max(LEAST, scores[unit]));
          return gold[unit] ? -Math.log(score) : -Math.log1p(-score);
        });
  }

  /** The mean score less the share of cases: above 0 when the scores are too high. */
  public Result inTheLarge() {
    return weighedInTheLarge().each();
  }

  /** The same for bootstrap and jackknife. */
  public Weighed weighedInTheLarge() {
    return mean(unit -> scores[unit] - truth(unit));
  }

  private Weighed mean(IntToDoubleFunction loss) {
    double[] losses = new double[gold.length];
    double[] ones = new double[gold.length];
    Arrays.setAll(losses, loss);
    Arrays.fill(ones, 1);
    return new RatioOfTotals(losses, ones, NO_UNIT);
  }

  /**
   * The expected calibration error of {@link #equalWidth} for bootstrap and jackknife.
   *
   * @param bins how many, at least 1
   */
  public Weighed weighedExpectedError(int bins) {
    return equalWidth(bins).weighed(gold, scores);
  }

  /**
   * @param bins how many, at least 1
   */
  public ReliabilityBins equalWidth(int bins) {
    double[] edges = new double[bins - 1];
    for (int edge = 1; edge < bins; edge++) {
      edges[edge - 1] = (double) edge / bins;
    }
    return ReliabilityBins.of(edges, gold, scores);
  }

  /** Bins of about as many units each, by quantiles of the scores; equal scores stay together. */
  public ReliabilityBins equalMass(int bins) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double[] edges = new double[sorted.length == 0 ? 0 : bins - 1];
    for (int edge = 1; edge <= edges.length; edge++) {
      edges[edge - 1] = Quantiles.of(sorted, (double) edge / bins);
    }
    return ReliabilityBins.of(edges, gold, scores);
  }

  /** Intercept and slope of the truth on the log odds of the scores. */
  public Recalibration recalibration() {
    return Recalibration.of(gold, scores);
  }

  private double truth(int unit) {
    return gold[unit] ? 1 : 0;
  }
}
