package examen.stats.agreement;

import examen.stats.RatioOfTotals;
import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;

/**
 * The share, of the units that every rater rated, on which all say the same (Gwet 2014, chapter 2).
 * Undefined where no unit was rated by all, or there are fewer than two raters.
 */
public final class CompleteAgreement implements Statistic {
  @Override
  public String id() {
    return "percent-agreement-all";
  }

  @Override
  public String name() {
    return "Percent agreement of all raters";
  }

  @Override
  public String source() {
    return "Gwet 2014";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    double[] agreeing = new double[table.units()];
    double[] complete = new double[table.units()];
    double pairs = table.raters() * (table.raters() - 1.0);
    for (int unit = 0; unit < agreeing.length; unit++) {
      if (pairs > 0 && table.ratingsOf(unit) == table.raters()) {
        complete[unit] = 1;
        agreeing[unit] = PercentAgreement.agreeingPairs(table, unit) == pairs ? 1 : 0;
      }
    }
    return new RatioOfTotals(agreeing, complete, "no unit was rated by every rater");
  }
}
