package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import examen.stats.rate.Root;

/**
 * How many items in each of two groups show that their rates differ, by the normal approximation
 * (Fleiss, Levin and Paik 2003, chapter 4, without correction) and by Cohen's h (1988). Undefined
 * where the rates are the same.
 *
 * @param first a rate that is expected
 * @param second the other
 * @param alpha the two-sided level of the test
 */
public record Power(double first, double second, double alpha) {
  private static final Undefined SAME = new Undefined("the rates are the same");

  public Power {
    if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1 && alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(first + " and " + second + " at " + alpha);
    }
  }

  /**
   * In each group, not rounded.
   *
   * @param power the share of such comparisons that are to find it, between 0 and 1
   */
  public Result size(double power) {
    double errors = Normal.z(1 - alpha) * pooled() + Normal.quantile(power) * apart();
    return squared(errors / (first - second));
  }

  /** In each group, not rounded, by the arcsine of the rates, found in either direction. */
  public Result cohenSize(double power) {
    double h = 2 * Math.abs(Math.asin(Math.sqrt(first)) - Math.asin(Math.sqrt(second)));
    double z = Normal.z(1 - alpha);
    // Without the other direction, where little is missing.
    double enough = 2 * Math.pow((z + Math.max(0, Normal.quantile(power))) / h, 2);
    return Double.isInfinite(enough)
        ? SAME
        : new Estimate(
            Root.boundary(
                0,
                enough,
                n -> {
                  double away = h * Math.sqrt(n / 2);
                  return Normal.below(away - z) + Normal.below(-away - z) < power;
                }));
  }

  /** The share of comparisons that find it, with so many in each group. */
  public Result with(double perGroup) {
    double away = Math.sqrt(perGroup) * Math.abs(first - second) - Normal.z(1 - alpha) * pooled();
    return apart() == 0
        ? new Undefined("both rates are 0 or 1")
        : new Estimate(Normal.below(away / apart()));
  }

  private static Result squared(double root) {
    return Double.isNaN(root) || Double.isInfinite(root) ? SAME : new Estimate(root * root);
  }

  private double pooled() {
    double sum = first + second;
    return Math.sqrt(sum * (2 - sum) / 2);
  }

  private double apart() {
    return Math.sqrt(first * (1 - first) + second * (1 - second));
  }
}
