package examen.stats.agreement;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A coefficient with what it is made of: (observed - expected) / (1 - expected).
 *
 * @param observed agreement as it was seen
 * @param expected agreement that chance would give
 * @param standardError by linearisation, for units drawn from many and these raters; where units
 *     have but one rating, Gwet's is larger than the bootstrap's, because he counts as chance how
 *     many have
 * @param degreesOfFreedom of the t distribution for an interval; infinite for the normal one
 */
public record CorrectedAgreement(
    Result coefficient,
    Result observed,
    Result expected,
    Result standardError,
    double degreesOfFreedom) {

  static CorrectedAgreement lacking(Undefined why) {
    return new CorrectedAgreement(why, why, why, why, Double.POSITIVE_INFINITY);
  }

  /**
   * The coefficient and its standard error to both sides, not above 1. A fallback: the bootstrap
   * keeps to the shape of the coefficient where units are few or agreement is near 1.
   */
  public Bounds interval(double confidence) {
    return switch (coefficient) {
      case Undefined undefined -> undefined;
      case Estimate(double value) ->
          switch (standardError) {
            case Undefined undefined -> undefined;
            case Estimate(double error) -> around(value, error, confidence);
          };
    };
  }

  private Interval around(double value, double error, double confidence) {
    double reach =
        error
            * TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    return new Interval(
        Math.min(1, value - reach), Math.min(1, value + reach), confidence, "linearised");
  }
}
