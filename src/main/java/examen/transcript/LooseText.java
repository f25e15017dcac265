package examen.transcript;

/**
 * A text without what people and programs change when they quote it: white space, Markdown marks,
 * backslashes, and the forms of quotation marks, dashes, dots and letters. Nothing is put in
 * another order, so that every sign of it stands for a place in the text.
 */
final class LooseText {
  private static final char DROPPED = 0;

  private final String text;
  private final StringBuilder loose;
  private final int from;
  private final int to;
  private int next;
  private int signs;
  private int startOfFrom = -1;
  private int endOfTo = -1;

  private LooseText(String text, StringBuilder loose, int from, int to) {
    this.text = text;
    this.loose = loose;
    this.from = from;
    this.to = to;
  }

  static String of(String text) {
    LooseText whole = new LooseText(text, new StringBuilder(text.length()), -1, -1);
    whole.run();
    int end = whole.loose.length();
    boolean space = end > 0 && whole.loose.charAt(end - 1) == ' ';
    return whole.loose.substring(0, space ? end - 1 : end);
  }

  /**
   * Where in {@code text} these signs of its loose form stand.
   *
   * @param from first of them
   * @param to one past the last, greater than {@code from}
   */
  static Span place(String text, int from, int to) {
    LooseText places = new LooseText(text, new StringBuilder(), from, to);
    places.run();
    int start = places.startOfFrom;
    int end = places.endOfTo;
    if (start > 0 && cutsPair(text, start)) {
      start--;
    }
    if (cutsPair(text, end)) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean cutsPair(String text, int offset) {
    return offset < text.length()
        && Character.isLowSurrogate(text.charAt(offset))
        && Character.isHighSurrogate(text.charAt(offset - 1));
  }

  private void run() {
    boolean spaced = true;
    char last = DROPPED;
    while (next < text.length() && endOfTo < 0) {
      int start = next;
      char sign = sign();
      if (sign == DROPPED || (sign == ' ' && spaced) || (sign == last && isRun(sign))) {
        continue;
      }
      spaced = sign == ' ';
      last = sign;
      put(sign, start);
    }
  }

  private static boolean isRun(char sign) {
    return sign == '-' || sign == '.' || sign == '\'';
  }

  private void put(char sign, int start) {
    if (from < 0) {
      loose.append(sign);
      return;
    }
    if (signs == from) {
      startOfFrom = start;
    }
    signs++;
    if (signs == to) {
      endOfTo = next;
    }
  }

  /** Passes one character, or an escaped one. */
  private char sign() {
    char c = text.charAt(next++);
    if (c == '\\') {
      boolean space = next < text.length() && "nrt".indexOf(text.charAt(next)) >= 0;
      next += space ? 1 : 0;
      return space ? ' ' : DROPPED;
    }
    return c < 128 ? ofAscii(c) : ofOther(c);
  }

  private static char ofAscii(char c) {
    return switch (c) {
      case '*', '_', '`', '#', '>', '|', '~' -> DROPPED;
      case '"' -> '\'';
      case ' ', '\n', '\r', '\t', '\f', 0x0B -> ' ';
      default -> c < ' ' ? DROPPED : Character.toLowerCase(c);
    };
  }

  private static char ofOther(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u2026' -> '.';
      case '\u00A0', '\u1680', '\u202F', '\u205F', '\u3000', '\u2028', '\u2029', '\u0085' -> ' ';
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD' -> DROPPED;
      default -> c >= '\u2000' && c <= '\u200A' ? ' ' : Character.toLowerCase(c);
    };
  }
}
