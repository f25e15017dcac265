package examen.stats.rate;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A statistic that is distributed as chi-square where there is no difference, and its p.
 *
 * @param p from 0 to 1; undefined without degrees of freedom
 */
public record ChiSquare(Result statistic, Result p) {
  /** With this many degrees of freedom; NaN is undefined with the reason. */
  static ChiSquare of(double statistic, long freedom, String reason) {
    if (Double.isNaN(statistic)) {
      return undefined(reason);
    }
    return new ChiSquare(
        new Estimate(statistic),
        freedom < 1
            ? new Undefined("no degrees of freedom")
            : new Estimate(
                ChiSquaredDistribution.of((double) freedom)
                    .survivalProbability(Math.max(0, statistic))));
  }

  static ChiSquare undefined(String reason) {
    return new ChiSquare(new Undefined(reason), new Undefined(reason));
  }
}
