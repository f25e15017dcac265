package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.function.Supplier;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * So many of so many, as of a simple random sample or of independent draws: its rate and the
 * intervals of Wilson (1927), Clopper and Pearson (1934), Jeffreys, Agresti and Coull, which Brown,
 * Cai and DasGupta (2001) compare. Nothing is defined for 0 of 0.
 *
 * @param count from 0 to {@code total}
 * @param total from 0
 */
public record Proportion(long count, long total) {
  private static final Undefined NONE = new Undefined("n = 0");

  public Proportion {
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(count + " of " + total);
    }
  }

  /** How many do not count. */
  public long rest() {
    return total - count;
  }

  /** What is counted and what is not, changed about. */
  public Proportion complement() {
    return new Proportion(rest(), total);
  }

  /** Both counted together. */
  public Proportion plus(Proportion other) {
    return new Proportion(count + other.count, total + other.total);
  }

  public Result rate() {
    return total == 0 ? NONE : Result.ratio((double) count, (double) total, NONE.reason());
  }

  /** The score interval (Wilson 1927): the one to show. */
  public Bounds wilson(double confidence) {
    return unlessEmpty(
        () -> {
          double z2 = square(Normal.z(confidence));
          double middle = (count + z2 / 2) / (total + z2);
          double width = Math.sqrt(z2 * ((double) count * rest() / total + z2 / 4)) / (total + z2);
          return within(middle - width, middle + width, confidence, "Wilson");
        });
  }

  /** The score interval with a correction for continuity (Newcombe 1998a, method 4). */
  public Bounds wilsonCorrected(double confidence) {
    return unlessEmpty(
        () -> {
          double z = Normal.z(confidence);
          double p = (double) count / total;
          double q = 1 - p;
          double middle = 2.0 * count + z * z;
          double below = 1 + z * root(z * z - 2 - 1.0 / total + 4 * p * (total * q + 1));
          double above = 1 + z * root(z * z + 2 - 1.0 / total + 4 * p * (total * q - 1));
          double all = 2 * (total + z * z);
          return within(
              (middle - below) / all,
              (middle + above) / all,
              confidence,
              "Wilson, corrected for continuity");
        });
  }

  /** The exact interval (Clopper and Pearson 1934): never less than its confidence. */
  public Bounds clopperPearson(double confidence) {
    return unlessEmpty(
        () -> {
          double tail = (1 - confidence) / 2;
          return within(low(tail), high(tail), confidence, "Clopper-Pearson");
        });
  }

  /** The equal tails of the posterior after the prior of Jeffreys, Beta(1/2, 1/2). */
  public Bounds jeffreysTails(double confidence) {
    return unlessEmpty(
        () -> {
          BetaDistribution posterior = BetaDistribution.of(count + 0.5, rest() + 0.5);
          double tail = (1 - confidence) / 2;
          return new Interval(
              posterior.inverseCumulativeProbability(tail),
              posterior.inverseSurvivalProbability(tail),
              confidence,
              "Jeffreys, equal tails");
        });
  }

  /**
   * {@link #jeffreysTails} with 0 as the low end at 0 of n and 1 as the high end at n of n (Brown,
   * Cai and DasGupta 2001).
   */
  public Bounds jeffreys(double confidence) {
    return switch (jeffreysTails(confidence)) {
      case Interval tails -> within(tails.low(), tails.high(), confidence, "Jeffreys");
      case Undefined undefined -> undefined;
    };
  }

  /** Wald's interval around the middle of Wilson's (Agresti and Coull 1998), cut at 0 and 1. */
  public Bounds agrestiCoull(double confidence) {
    return unlessEmpty(
        () -> {
          double z = Normal.z(confidence);
          double n = total + z * z;
          double p = (count + z * z / 2) / n;
          double width = z * Math.sqrt(p * (1 - p) / n);
          return cut(p - width, p + width, confidence, "Agresti-Coull");
        });
  }

  /** The interval of school books, cut at 0 and 1, for contrast: it has no width at 0 of n. */
  public Bounds wald(double confidence) {
    return unlessEmpty(
        () -> {
          double p = (double) count / total;
          double width = Normal.z(confidence) * Math.sqrt(p * (1 - p) / total);
          return cut(p - width, p + width, confidence, "Wald");
        });
  }

  /**
   * The exact one-sided bound: the largest rate at which {@code count} or fewer would still be seen
   * in the share {@code 1 - confidence} of samples. At 0 of n the bound of the rule of three.
   */
  public Result upperBound(double confidence) {
    return total == 0 ? NONE : Result.of(high(1 - confidence), NONE.reason());
  }

  /** The exact one-sided bound to the other side, as at n of n. */
  public Result lowerBound(double confidence) {
    return total == 0 ? NONE : Result.of(low(1 - confidence), NONE.reason());
  }

  private double low(double tail) {
    if (count == 0) {
      return 0;
    }
    return rest() == 0
        ? Math.exp(Math.log(tail) / total)
        : BetaDistribution.of((double) count, rest() + 1.0).inverseCumulativeProbability(tail);
  }

  private double high(double tail) {
    if (rest() == 0) {
      return 1;
    }
    return count == 0
        ? -Math.expm1(Math.log(tail) / total)
        : BetaDistribution.of(count + 1.0, (double) rest()).inverseSurvivalProbability(tail);
  }

  private Bounds unlessEmpty(Supplier<Bounds> bounds) {
    return total == 0 ? NONE : bounds.get();
  }

  /** Rounding must not move an end that is 0 or 1. */
  private Interval within(double low, double high, double confidence, String method) {
    return cut(count == 0 ? 0 : low, rest() == 0 ? 1 : high, confidence, method);
  }

  private static Interval cut(double low, double high, double confidence, String method) {
    return new Interval(Math.max(0, low), Math.min(1, high), confidence, method);
  }

  private static double root(double value) {
    return Math.sqrt(Math.max(0, value));
  }

  private static double square(double value) {
    return value * value;
  }
}
