package examen.stats.audit;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import java.util.Arrays;

/**
 * A rate from a few audited units and the classifier's labels or scores of all the others (PPI:
 * Angelopoulos, Bates, Fannjiang, Jordan and Zrnic 2023; PPI++: Angelopoulos, Duchi and Zrnic
 * 2023). The audited units must be a simple random sample. Its normal intervals are not to be
 * trusted below about ten cases or ten errors; the exact interval of the audited units belongs
 * beside it. Undefined with fewer than two audited units, or without others.
 */
public final class PredictionPowered {
  private static final Undefined TOO_FEW = new Undefined("fewer than two audited units");
  private static final Undefined NO_OTHERS = new Undefined("no unit that was not audited");

  private final double[] gold;
  private final double[] audited;
  private final double[] others;

  /**
   * @param gold of the audited units: 0 or 1, or another number
   * @param audited what the classifier said of them; as many
   * @param others what it said of the units that were not audited
   */
  public PredictionPowered(double[] gold, double[] audited, double[] others) {
    if (gold.length != audited.length) {
      throw new IllegalArgumentException(
          gold.length + " audited units, " + audited.length + " labels of them");
    }
    this.gold = gold.clone();
    this.audited = audited.clone();
    this.others = others.clone();
  }

  /** The audited units alone. */
  public Powered auditOnly() {
    return gold.length < 2 ? new Powered(TOO_FEW, 0, 0) : at(0, "audit only, normal");
  }

  /** The classifier's rate with its error as the audit shows it; may be worse than the audit. */
  public Powered ppi() {
    return reason() instanceof Undefined why ? new Powered(why, 0, 1) : at(1, "PPI");
  }

  /** As much of the classifier as makes the interval shortest; the one to show. */
  public Powered tuned() {
    return reason() instanceof Undefined why ? new Powered(why, 0, 0) : at(lambda(), "PPI++");
  }

  private Result reason() {
    if (gold.length < 2) {
      return TOO_FEW;
    }
    return others.length == 0 ? NO_OTHERS : new Estimate(0);
  }

  private Powered at(double lambda, String method) {
    double[] rectifier = new double[gold.length];
    for (int unit = 0; unit < gold.length; unit++) {
      rectifier[unit] = gold[unit] - lambda * audited[unit];
    }
    double point = mean(rectifier);
    double variance = squares(rectifier) / gold.length / gold.length;
    if (lambda != 0) {
      point += lambda * mean(others);
      variance += lambda * lambda * squares(others) / others.length / others.length;
    }
    return new Powered(new Estimate(point), Math.sqrt(variance), lambda, method);
  }

  /** The weight with the least variance, cut at 0 and 1; 0 when the classifier never varies. */
  private double lambda() {
    double meanGold = mean(gold);
    double meanAudited = mean(audited);
    double covariance = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      covariance += (gold[unit] - meanGold) * (audited[unit] - meanAudited);
    }
    covariance /= gold.length;
    double variance = squares(together()) / (audited.length + others.length - 1);
    double lambda = covariance / ((1 + (double) gold.length / others.length) * variance);
    return variance > 0 ? Math.min(1, Math.max(0, lambda)) : 0;
  }

  private double[] together() {
    double[] all = Arrays.copyOf(audited, audited.length + others.length);
    System.arraycopy(others, 0, all, audited.length, others.length);
    return all;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The sum of squares around the mean. */
  private static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /**
   * An estimate with how much of the classifier is in it.
   *
   * @param rate undefined with a reason, or a number that is not cut at 0 and 1
   * @param standardError 0 where the rate is undefined
   * @param lambda from 0, the audit alone, to 1, plain PPI
   * @param method its name
   */
  public record Powered(Result rate, double standardError, double lambda, String method) {
    private Powered(Undefined why, double standardError, double lambda) {
      this(why, standardError, lambda, why.reason());
    }

    /** Normal, not cut at 0 and 1. */
    public Bounds interval(double confidence) {
      return switch (rate) {
        case Estimate(double value) -> {
          double width = Normal.z(confidence) * standardError;
          yield new Interval(value - width, value + width, confidence, method);
        }
        case Undefined undefined -> undefined;
      };
    }
  }
}
