package examen.stats;

/**
 * From where to where a number may lie.
 *
 * @param low at most {@code high}; may be infinite
 * @param high may be infinite
 * @param confidence between 0 and 1, such as 0.95
 * @param method its name, such as "Wilson"
 */
public record Interval(double low, double high, double confidence, String method)
    implements Bounds {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence of " + confidence);
    }
  }

  /** Whether {@code value} lies in it; both ends belong to it. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
