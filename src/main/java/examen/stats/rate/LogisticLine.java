package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;

/**
 * The logarithm of the odds as a line over scores, by greatest likelihood (Cox 1958). Undefined
 * where all outcomes or all scores are the same, and where one score parts all that happened from
 * all that did not, for then the slope has no end.
 *
 * @param slope by one unit of the score
 * @param slopeError its standard error
 * @param intercept at score 0
 */
public record LogisticLine(Result slope, Result slopeError, Result intercept) {
  /** Wald's interval of the slope. */
  public Bounds slopeInterval(double confidence) {
    return switch (slope) {
      case Undefined undefined -> undefined;
      case Estimate(double value) -> {
        double width = Normal.z(confidence) * slopeError.orNaN();
        yield new Interval(value - width, value + width, confidence, "Wald");
      }
    };
  }

  static LogisticLine undefined(String reason) {
    Undefined undefined = new Undefined(reason);
    return new LogisticLine(undefined, undefined, undefined);
  }
}
