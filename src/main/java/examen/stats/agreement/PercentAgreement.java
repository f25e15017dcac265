package examen.stats.agreement;

import examen.stats.RatioOfTotals;
import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;

/**
 * The mean, over units with at least two ratings, of the share of pairs of raters who agree: Gwet's
 * p<sub>a</sub> (Gwet 2014, Handbook of Inter-Rater Reliability, chapter 2). Not corrected for
 * chance. Undefined where no unit was rated by two.
 */
public final class PercentAgreement implements Statistic {
  @Override
  public String id() {
    return "percent-agreement";
  }

  @Override
  public String name() {
    return "Percent agreement";
  }

  @Override
  public String source() {
    return "Gwet 2014";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    double[] agreeing = new double[table.units()];
    double[] counted = new double[table.units()];
    for (int unit = 0; unit < agreeing.length; unit++) {
      double pairs = pairs(table, unit);
      if (pairs > 0) {
        agreeing[unit] = agreeingPairs(table, unit) / pairs;
        counted[unit] = 1;
      }
    }
    return new RatioOfTotals(agreeing, counted, Reasons.NO_PAIRS.reason());
  }

  /** How many ordered pairs of raters rated the unit. */
  static double pairs(ReliabilityTable table, int unit) {
    double ratings = table.ratingsOf(unit);
    return ratings * (ratings - 1);
  }

  /** How many ordered pairs of raters put the unit into one category. */
  static double agreeingPairs(ReliabilityTable table, int unit) {
    double pairs = 0;
    for (int count : table.counts(unit)) {
      pairs += count * (count - 1.0);
    }
    return pairs;
  }
}
