package examen.stats.span;

/**
 * A range that a rater marked, in one unit of length throughout (UTF-16 code units, code points or
 * tokens).
 *
 * @param start the first place of it, from 0
 * @param end the first place after it
 * @param label what it was marked as
 */
public record LabelledSpan(long start, long end, String label) {
  /** The label of a span whose label does not matter. */
  static final String NO_LABEL = "";

  public LabelledSpan {
    if (start < 0 || start >= end) {
      throw new IllegalArgumentException("a span from " + start + " to " + end);
    }
  }

  public long length() {
    return end - start;
  }

  /** The same range without its label. */
  public LabelledSpan unlabelled() {
    return new LabelledSpan(start, end, NO_LABEL);
  }

  /** How many places both have, whatever their labels. */
  public long shared(LabelledSpan other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }
}
