package examen.stats.design;

import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;

/**
 * How many items two raters must rate to show that Cohen's kappa is another than a given one, for
 * "yes" and "no" (Flack, Afifi, Lachenbruch and Schouten 1988, with the variance of Fleiss, Cohen
 * and Everitt 1969). Undefined where the raters can only agree, where the kappas are the same, and
 * where these rates cannot have such a kappa.
 *
 * @param first how often the one says yes
 * @param second how often the other does
 * @param alpha the level of the test
 */
public record KappaPlan(double first, double second, double alpha) {
  public enum Sides {
    ONE,
    TWO
  }

  /**
   * @param expected the kappa that is true
   * @param refuted the kappa that is to be refuted
   * @param power how often it is to be refuted, between 0 and 1
   */
  public Result size(double expected, double refuted, double power, Sides sides) {
    double z = Normal.quantile(1 - (sides == Sides.ONE ? alpha : alpha / 2));
    double errors =
        z * Math.sqrt(variance(refuted)) + Normal.quantile(power) * Math.sqrt(variance(expected));
    double n = errors / (expected - refuted) * (errors / (expected - refuted));
    return Double.isNaN(n) || Double.isInfinite(n)
        ? new Undefined("these rates and kappas cannot be together")
        : Precision.wholeNumber(n);
  }

  /** Of one item; NaN where these rates cannot have this kappa. */
  private double variance(double kappa) {
    double chance = first * second + (1 - first) * (1 - second);
    double agreed = kappa * (1 - chance) + chance;
    double bothYes = (agreed + first + second - 1) / 2;
    double bothNo = agreed - bothYes;
    double onlyFirst = first - bothYes;
    double onlySecond = second - bothYes;
    if (Math.min(Math.min(bothYes, bothNo), Math.min(onlyFirst, onlySecond)) < -1e-12) {
      return Double.NaN;
    }
    double yes = first + second;
    double no = 2 - yes;
    double same =
        bothYes * square(1 - chance - yes * (1 - agreed))
            + bothNo * square(1 - chance - no * (1 - agreed));
    double other =
        square(1 - agreed)
            * (onlyFirst * square(second + 1 - first) + onlySecond * square(first + 1 - second));
    double centre = square(agreed * chance - 2 * chance + agreed);
    return (same + other - centre) / square(square(1 - chance));
  }

  private static double square(double value) {
    return value * value;
  }
}
