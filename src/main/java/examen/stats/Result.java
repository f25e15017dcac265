package examen.stats;

import java.util.function.DoubleUnaryOperator;

/** A number, or why there is none. It is never NaN, and never a 0 or 1 that stands for "none". */
public sealed interface Result permits Estimate, Undefined {
  /** The number {@code numerator / denominator}, undefined with this reason where that is 0 / 0. */
  static Result ratio(double numerator, double denominator, String reason) {
    return of(numerator / denominator, reason);
  }

  /** The number, undefined with this reason where it is NaN. */
  static Result of(double value, String reason) {
    return Double.isNaN(value) ? new Undefined(reason) : new Estimate(value);
  }

  /** The number that {@code function} makes of this one; what is undefined stays so. */
  default Result map(DoubleUnaryOperator function) {
    return switch (this) {
      case Estimate(double value) -> new Estimate(function.applyAsDouble(value));
      case Undefined undefined -> undefined;
    };
  }

  /** The number, or NaN where there is none: for sums inside of a statistic, never for display. */
  default double orNaN() {
    return switch (this) {
      case Estimate(double value) -> value;
      case Undefined undefined -> Double.NaN;
    };
  }
}
