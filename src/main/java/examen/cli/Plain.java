package examen.cli;

/** Text of others made harmless for a terminal. */
final class Plain {
  private Plain() {}

  /**
   * The text on one line, every control, format and surrogate character written as {@code
   * <U+001B>}, so that nothing in it can move the cursor, change colours or turn the reading
   * direction.
   */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  /** The same, cut to so many code points, the last of them an ellipsis where something was cut. */
  static String of(String text, int most) {
    String plain = of(text);
    if (plain.codePointCount(0, plain.length()) <= most) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static void append(StringBuilder plain, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL -> {
        if (c == '\n' || c == '\t' || c == '\r') {
          plain.append(' ');
        } else {
          plain.append(String.format("<U+%04X>", c));
        }
      }
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          plain.append(String.format("<U+%04X>", c));
      default -> plain.appendCodePoint(c);
    }
  }
}
