package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.function.DoublePredicate;

/**
 * The first rate divided by the second: Katz, Baptista, Azen and Pike (1978), Koopman (1984). Shown
 * only beside both rates. Undefined where both are 0; infinite where only the second is.
 */
public record RiskRatio(TwoRates rates) {
  /** Beyond any ratio of counts that a long holds. */
  private static final double FAR = 100;

  public Result estimate() {
    return rates.isEmpty()
        ? new Undefined(TwoRates.EMPTY)
        : Result.ratio(
            TwoRates.rate(rates.first()), TwoRates.rate(rates.second()), "both rates are 0");
  }

  /** Normal on the logarithm; undefined where a rate is 0. */
  public Bounds katz(double confidence) {
    Proportion one = rates.first();
    Proportion two = rates.second();
    if (one.count() == 0 || two.count() == 0) {
      return new Undefined("a rate is 0");
    }
    double error =
        Math.sqrt(
            (double) one.rest() / ((double) one.count() * one.total())
                + (double) two.rest() / ((double) two.count() * two.total()));
    double ratio = TwoRates.rate(one) / TwoRates.rate(two);
    double factor = Math.exp(Normal.z(confidence) * error);
    return new Interval(ratio / factor, ratio * factor, confidence, "Katz");
  }

  /** The ratios that the score test does not refuse: from 0 or to infinity at empty cells. */
  public Bounds koopman(double confidence) {
    if (rates.isEmpty()) {
      return new Undefined(TwoRates.EMPTY);
    }
    double z = Normal.z(confidence);
    DoublePredicate refused = logRatio -> Math.abs(score(Math.exp(logRatio))) > z;
    double seen =
        Math.clamp(
            Math.log(TwoRates.rate(rates.first())) - Math.log(TwoRates.rate(rates.second())),
            -FAR,
            FAR);
    return new Interval(
        rates.first().count() == 0 ? 0 : Math.exp(Root.boundary(-FAR, seen, refused)),
        rates.second().count() == 0
            ? Double.POSITIVE_INFINITY
            : Math.exp(Root.boundary(FAR, seen, refused)),
        confidence,
        "Koopman");
  }

  /**
   * How many standard errors the rates are from this ratio, at the likeliest rates that have it.
   */
  private double score(double ratio) {
    Proportion one = rates.first();
    Proportion two = rates.second();
    double a = rates.total() * ratio;
    double b = (one.total() + two.count()) * ratio + one.count() + two.total();
    double c = rates.events();
    double p2 = Math.min(1, 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
    double p1 = Math.min(1, ratio * p2);
    double variance = p1 * (1 - p1) / one.total() + ratio * ratio * p2 * (1 - p2) / two.total();
    return (TwoRates.rate(one) - ratio * TwoRates.rate(two)) / Math.sqrt(variance);
  }
}
