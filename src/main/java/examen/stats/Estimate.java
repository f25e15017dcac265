package examen.stats;

/**
 * A number that a statistic gave.
 *
 * @param value not NaN; infinite only where that is the answer, as of an odds ratio with an empty
 *     cell
 */
public record Estimate(double value) implements Result {
  public Estimate {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("an estimate is a number");
    }
  }
}
