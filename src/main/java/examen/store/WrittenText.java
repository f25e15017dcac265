package examen.store;

/**
 * Reads a JSON text that is expected to be, character for character, as this program writes it:
 * known words, strings and small numbers in a known order.
 */
final class WrittenText {
  private static final int MOST_DIGITS = 9;
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;
  private static final char FIRST_PRINTED = ' ';

  private final String text;
  private int at;

  WrittenText(String text) {
    this.text = text;
  }

  /** What stands here is something else; it may still be a good JSON text. */
  static final class Otherwise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Otherwise() {
      super(null, null, false, false);
    }
  }

  WrittenText take(String words) {
    if (!takeIf(words)) {
      throw new Otherwise();
    }
    return this;
  }

  boolean takeIf(String words) {
    if (!text.startsWith(words, at)) {
      return false;
    }
    at += words.length();
    return true;
  }

  /** Nothing may follow. */
  void end() {
    if (at != text.length()) {
      throw new Otherwise();
    }
  }

  /** A whole number from 0, of at most nine digits. */
  int number() {
    int from = at;
    int number = 0;
    for (char c = next(); c >= '0' && c <= '9'; c = next()) {
      number = number * 10 + (c - '0');
      at++;
      if (at - from > MOST_DIGITS) {
        throw new Otherwise();
      }
    }
    boolean ledByZero = at - from > 1 && text.charAt(from) == '0';
    if (at == from || ledByZero) {
      throw new Otherwise();
    }
    return number;
  }

  /** A string with its quotation marks. */
  String string() {
    take("\"");
    int from = at;
    for (char c = next(); c != '"'; c = next()) {
      if (c < FIRST_PRINTED) {
        throw new Otherwise();
      }
      if (c == '\\') {
        return escaped(from);
      }
      at++;
    }
    at++;
    return text.substring(from, at - 1);
  }

  /** The same from the first escaped character on; what stands before it begins at {@code from}. */
  private String escaped(int from) {
    StringBuilder string = new StringBuilder(text.length() - from).append(text, from, at);
    for (char c = next(); c != '"'; c = next()) {
      if (c < FIRST_PRINTED) {
        throw new Otherwise();
      }
      at++;
      string.append(c == '\\' ? meant() : c);
    }
    at++;
    return string.toString();
  }

  private char meant() {
    char c = next();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unit();
      default -> throw new Otherwise();
    };
  }

  private char unit() {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      int digit = Character.digit(next(), HEX);
      if (digit < 0 || next() > 'f') {
        throw new Otherwise();
      }
      unit = unit * HEX + digit;
      at++;
    }
    return (char) unit;
  }

  private char next() {
    if (at >= text.length()) {
      throw new Otherwise();
    }
    return text.charAt(at);
  }
}
