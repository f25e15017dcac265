package examen.transcript;

/**
 * A half-open range {@code [start, end)} of a part's text, in UTF-16 code units, never empty.
 *
 * @param start first code unit, from 0
 * @param end one past the last code unit, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  /** Whether the two have at least one code unit in common. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether this span lies within the text and cuts no surrogate pair. */
  public boolean fits(String text) {
    return end <= text.length() && !cutsPair(text, start) && !cutsPair(text, end);
  }

  /** The text of this span; it must lie within {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** The same range of {@code text} counted in Unicode code points. */
  public Span inCodePoints(String text) {
    int first = text.codePointCount(0, start);
    return new Span(first, first + text.codePointCount(start, end));
  }

  /** The span of {@code text} that these offsets, counted in code points, mean. */
  public static Span fromCodePoints(String text, int start, int end) {
    int first = text.offsetByCodePoints(0, start);
    return new Span(first, text.offsetByCodePoints(first, end - start));
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  private static boolean cutsPair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isLowSurrogate(text.charAt(offset))
        && Character.isHighSurrogate(text.charAt(offset - 1));
  }
}
