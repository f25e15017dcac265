package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Statistic;
import examen.stats.Weighed;

/**
 * The mean, over units with at least two ratings, of the share of pairs of raters who agree: Gwet's
 * p<sub>a</sub> (Gwet 2014, Handbook of Inter-Rater Reliability, chapter 2). Not corrected for
 * chance.
 */
public final class PercentAgreement implements Statistic {
  static final String NO_PAIRS = "no unit was rated by two";

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
    for (int unit = 0; unit < agreeing.length; unit++) {
      agreeing[unit] = agreeing(table.counts(unit), table.ratingsOf(unit));
    }
    return new Mean(agreeing);
  }

  /** The share of pairs that agree, NaN where there is no pair. */
  private static double agreeing(int[] counts, int ratings) {
    long pairs = 0;
    for (int count : counts) {
      pairs += (long) count * (count - 1);
    }
    return ratings < 2 ? Double.NaN : pairs / ((double) ratings * (ratings - 1));
  }

  /** The mean of those units that have a share. */
  private record Mean(double[] shares) implements Weighed {
    @Override
    public int units() {
      return shares.length;
    }

    @Override
    public Result weighted(int[] weights) {
      double sum = 0;
      long n = 0;
      for (int unit = 0; unit < shares.length; unit++) {
        if (!Double.isNaN(shares[unit])) {
          sum += weights[unit] * shares[unit];
          n += weights[unit];
        }
      }
      return Result.ratio(sum, n, NO_PAIRS);
    }
  }
}
