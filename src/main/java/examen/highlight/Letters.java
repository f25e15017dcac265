package examen.highlight;

/** The alphabet of patterns: ASCII one by one, all other characters as two kinds. */
final class Letters {
  static final int OTHER_LETTER = 128;
  static final int OTHER_SIGN = 129;
  static final int COUNT = 130;

  /** Stands for the end of the text where a character is asked for. */
  static final int END = COUNT;

  private Letters() {}

  static int of(char c) {
    if (c < 128) {
      return c;
    }
    return Character.isLetterOrDigit(c) ? OTHER_LETTER : OTHER_SIGN;
  }

  /** As in RE2: a word is made of ASCII letters, digits and underscores. */
  static boolean isWord(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '_'
        || (letter >= 'A' && letter <= 'Z');
  }
}
