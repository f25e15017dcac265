package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;

/**
 * The odds of the first group divided by those of the second: Woolf (1955); with a half added to
 * each cell Haldane (1956) and Anscombe (1956), to be shown as such. It is not a ratio of rates.
 * Undefined where a group is empty or all outcomes are the same.
 */
public record OddsRatio(TwoRates rates) {
  public Result estimate() {
    Proportion one = rates.first();
    Proportion two = rates.second();
    return Result.ratio(
        (double) one.count() * two.rest(),
        (double) one.rest() * two.count(),
        "a group is empty or all outcomes are the same");
  }

  /** Normal on the logarithm; undefined where a cell is empty. */
  public Bounds woolf(double confidence) {
    return smallestCell() == 0
        ? new Undefined("a cell is empty")
        : onLogarithm(0, confidence, "Woolf");
  }

  /** The estimate with a half in each cell more: defined always. */
  public Result haldane() {
    return Result.of(Math.exp(logarithm(0.5)), "");
  }

  public Bounds haldaneInterval(double confidence) {
    return onLogarithm(0.5, confidence, "Woolf, 0.5 added to each cell");
  }

  private Bounds onLogarithm(double added, double confidence, String method) {
    double error =
        Math.sqrt(
            1 / (rates.first().count() + added)
                + 1 / (rates.first().rest() + added)
                + 1 / (rates.second().count() + added)
                + 1 / (rates.second().rest() + added));
    double width = Normal.z(confidence) * error;
    double middle = logarithm(added);
    return new Interval(Math.exp(middle - width), Math.exp(middle + width), confidence, method);
  }

  private double logarithm(double added) {
    return Math.log(rates.first().count() + added)
        - Math.log(rates.first().rest() + added)
        - Math.log(rates.second().count() + added)
        + Math.log(rates.second().rest() + added);
  }

  private long smallestCell() {
    return Math.min(
        Math.min(rates.first().count(), rates.first().rest()),
        Math.min(rates.second().count(), rates.second().rest()));
  }
}
