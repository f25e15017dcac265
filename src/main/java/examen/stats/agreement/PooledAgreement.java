package examen.stats.agreement;

import examen.stats.RatioOfTotals;
import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;
import java.util.Arrays;

/**
 * The share of all pairs of ratings of one unit that agree (Fleiss 1971), so that units with more
 * ratings weigh more; where all units have as many, it is {@link PercentAgreement}. Undefined where
 * no unit was rated by two.
 */
public final class PooledAgreement implements Statistic {
  @Override
  public String id() {
    return "percent-agreement-pooled";
  }

  @Override
  public String name() {
    return "Percent agreement, pooled pairs";
  }

  @Override
  public String source() {
    return "Fleiss 1971";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    double[] agreeing = new double[table.units()];
    double[] pairs = new double[table.units()];
    Arrays.setAll(agreeing, unit -> PercentAgreement.agreeingPairs(table, unit));
    Arrays.setAll(pairs, unit -> PercentAgreement.pairs(table, unit));
    return new RatioOfTotals(agreeing, pairs, Reasons.NO_PAIRS.reason());
  }
}
