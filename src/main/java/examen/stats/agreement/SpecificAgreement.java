package examen.stats.agreement;

import examen.stats.RatioOfTotals;
import examen.stats.ReliabilityTable;
import examen.stats.Weighed;
import java.util.Arrays;

/**
 * How far raters agree on one category: when one of two raters chose it, how likely the other did
 * too (Cicchetti and Feinstein 1990); for more than two raters pooled over their pairs. Of two
 * raters it is 2a / (2a + b + c), as F1. Undefined where nobody who is paired chose the category.
 */
public final class SpecificAgreement {
  private SpecificAgreement() {}

  /**
   * @param category its place in the scale
   */
  public static Weighed on(ReliabilityTable table, int category) {
    double[] agreeing = new double[table.units()];
    double[] pairs = new double[table.units()];
    for (int unit = 0; unit < agreeing.length; unit++) {
      double count = table.counts(unit)[category];
      agreeing[unit] = count * (count - 1);
      pairs[unit] = count * (table.ratingsOf(unit) - 1);
    }
    return new RatioOfTotals(agreeing, pairs, "nobody of two raters chose the category");
  }

  /**
   * How often the category is chosen: the mean over rated units of the share of their ratings, as
   * Gwet's AC1 takes it (Gwet 2008). Undefined where nothing was rated.
   */
  public static Weighed prevalence(ReliabilityTable table, int category) {
    double[] shares = new double[table.units()];
    double[] rated = new double[table.units()];
    Arrays.setAll(rated, unit -> table.ratingsOf(unit) > 0 ? 1 : 0);
    Arrays.setAll(
        shares,
        unit ->
            rated[unit] > 0 ? table.counts(unit)[category] / (double) table.ratingsOf(unit) : 0);
    return new RatioOfTotals(shares, rated, "nothing was rated");
  }
}
