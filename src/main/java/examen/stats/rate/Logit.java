package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Undefined;

/** Intervals on the logarithm of the odds, which do not leave 0 to 1. */
public final class Logit {
  private Logit() {}

  /**
   * @param rate undefined at 0 and 1, where the odds have no logarithm
   * @param error its standard error
   * @param width how many errors to each side, of the normal or the t distribution
   * @param method its name
   */
  public static Bounds interval(
      double rate, double error, double width, double confidence, String method) {
    if (!(rate > 0 && rate < 1)) {
      return new Undefined("the rate is 0 or 1");
    }
    double middle = Math.log(rate) - Math.log1p(-rate);
    double away = width * error / (rate * (1 - rate));
    return new Interval(inverse(middle - away), inverse(middle + away), confidence, method);
  }

  private static double inverse(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
