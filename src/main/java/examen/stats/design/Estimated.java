package examen.stats.design;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Logit;
import examen.stats.rate.Normal;

/**
 * What a sample says of its population.
 *
 * @param value undefined where the design does not identify it
 * @param linearisedError what the formula of the standard error gives: 0 also where a sample simply
 *     saw no variation
 * @param standardError the error to show: undefined where a sample saw no variation, for then the
 *     formula knows nothing; an exact bound has to stand there, see {@link ZeroErrors}
 */
public record Estimated(Result value, Result linearisedError, Result standardError) {
  private static final double NOTHING = 1e-12;

  static Estimated undefined(Undefined reason) {
    return new Estimated(reason, reason, reason);
  }

  static Estimated of(double value, Result variance, Coverage coverage) {
    Result error = variance.map(v -> Math.sqrt(Math.max(0, v)));
    boolean alike = error.orNaN() <= NOTHING * Math.max(1, Math.abs(value));
    Result shown =
        alike && coverage == Coverage.PART
            ? new Undefined("no variation was seen in the sample")
            : error;
    return new Estimated(new Estimate(value), alike ? new Estimate(0) : error, shown);
  }

  /** Whether a sample has the whole population, and so no error. */
  enum Coverage {
    PART,
    WHOLE
  }

  /** The same, moved by a number that is known without error. */
  Estimated plus(double known) {
    return new Estimated(value.map(v -> v + known), linearisedError, standardError);
  }

  /** Normal around the value; for rates near 0 or 1 {@link #logit} is better. */
  public Bounds normal(double confidence) {
    return switch (standardError) {
      case Undefined undefined -> undefined;
      case Estimate(double error) -> {
        double width = Normal.z(confidence) * error;
        double middle = value.orNaN();
        yield new Interval(middle - width, middle + width, confidence, "normal");
      }
    };
  }

  /** Normal on the logarithm of the odds, for rates only. */
  public Bounds logit(double confidence) {
    return switch (standardError) {
      case Undefined undefined -> undefined;
      case Estimate(double error) ->
          Logit.interval(value.orNaN(), error, Normal.z(confidence), confidence, "logit");
    };
  }
}
