package examen.highlight;

import examen.transcript.Span;
import java.util.Arrays;
import java.util.Set;

/**
 * A piece of text as patterns see it: lower case, straight quotes, single spaces, plain dashes, no
 * zero-width characters and no Markdown emphasis, contractions written out ("isn't" is "is not").
 * It remembers where each character came from. The text itself is never changed.
 */
final class Normalised {
  /** After these, {@code 's} is "is"; elsewhere it is left as it is, since it may be a genitive. */
  private static final Set<String> BEFORE_IS =
      Set.of("it", "that", "there", "here", "this", "what", "he", "she", "who", "where");

  private final CharSequence source;
  private final Span span;
  private char[] chars;
  private int[] origin;
  private int length;

  private Normalised(CharSequence source, Span span) {
    this.source = source;
    this.span = span;
    this.chars = new char[span.length() + 16];
    this.origin = new int[span.length() + 16];
  }

  /** The normalised piece of {@code source} that {@code span} points at. */
  static Normalised of(CharSequence source, Span span) {
    Normalised normalised = new Normalised(source, span);
    for (int i = span.start(); i < span.end(); i++) {
      i = normalised.take(i);
    }
    while (normalised.length > 0 && normalised.chars[normalised.length - 1] == ' ') {
      normalised.length--;
    }
    return normalised;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Where the normalised range {@code [from, to)}, not empty, stands in the source. */
  Span original(int from, int to) {
    int end = origin[to - 1] + 1;
    if (end < span.end()
        && Character.isHighSurrogate(source.charAt(end - 1))
        && Character.isLowSurrogate(source.charAt(end))) {
      end++;
    }
    int start = origin[from];
    if (start > span.start()
        && Character.isLowSurrogate(source.charAt(start))
        && Character.isHighSurrogate(source.charAt(start - 1))) {
      start--;
    }
    return new Span(start, end);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** Takes the character at {@code i}; returns the last character that was used up. */
  private int take(int i) {
    char c = source.charAt(i);
    if (c < 128) {
      return takeAscii(c, i);
    }
    switch (c) {
      case '\u2018', '\u2019', '\u02bc', '\u2032' -> {
        return apostrophe(i);
      }
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> put('"', i);
      case '\u2010', '\u2011', '\u2012', '\u2212' -> put('-', i);
      case '\u2013', '\u2014', '\u2015' -> dash(i);
      case '\u2026' -> {
        put('.', i);
        put('.', i);
        put('.', i);
      }
      default -> takeOther(c, i);
    }
    return i;
  }

  private int takeAscii(char c, int i) {
    if (c == '\'') {
      return apostrophe(i);
    }
    if (c <= ' ') {
      space(i);
    } else if (c >= 'A' && c <= 'Z') {
      put((char) (c + 32), i);
    } else if (c != '*' && c != '`' && !(c == '_' && isEmphasis(i))) {
      put(c, i);
    }
    return i;
  }

  private void takeOther(char c, int i) {
    if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      space(i);
    } else if (Character.getType(c) != Character.FORMAT && c != '\u00ad') {
      put(Character.toLowerCase(c), i);
    }
  }

  /** An underscore within a name stays; at the edge of a word it is emphasis. */
  private boolean isEmphasis(int i) {
    boolean wordBefore = i > span.start() && Character.isLetterOrDigit(source.charAt(i - 1));
    boolean wordAfter = i + 1 < span.end() && Character.isLetterOrDigit(source.charAt(i + 1));
    return !(wordBefore && wordAfter);
  }

  private void dash(int i) {
    space(i);
    put('-', i);
    space(i);
  }

  private void space(int i) {
    if (length > 0 && chars[length - 1] != ' ') {
      put(' ', i);
    }
  }

  private void put(char c, int i) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
      origin = Arrays.copyOf(origin, 2 * length);
    }
    chars[length] = c;
    origin[length++] = i;
  }

  private void put(String text, int i) {
    for (int k = 0; k < text.length(); k++) {
      put(text.charAt(k), i);
    }
  }

  /** Writes out a contraction if this apostrophe makes one. */
  private int apostrophe(int i) {
    String tail = tail(i + 1);
    String word = wordBefore();
    switch (tail) {
      case "m" -> put(" am", i);
      case "re" -> put(" are", i);
      case "ll" -> put(" will", i);
      case "ve" -> put(" have", i);
      case "d" -> put(" would", i);
      case "s" -> {
        if (!BEFORE_IS.contains(word)) {
          put('\'', i);
          return i;
        }
        put(" is", i);
      }
      case "t" -> {
        if (!word.endsWith("n")) {
          put('\'', i);
          return i;
        }
        writeNot(word, i);
      }
      default -> {
        put('\'', i);
        return i;
      }
    }
    origin[length - 1] = i + tail.length();
    return i + tail.length();
  }

  private void writeNot(String word, int i) {
    switch (word) {
      case "can" -> put(" not", i);
      case "won" -> {
        length -= 2;
        put("ill not", i);
      }
      case "shan" -> {
        length -= 1;
        put("ll not", i);
      }
      default -> {
        length -= 1;
        put(" not", i);
      }
    }
  }

  /** One or two letters between {@code from} and the end of the word, else the empty text. */
  private String tail(int from) {
    int end = from;
    while (end < span.end() && end - from < 3 && Character.isLetter(source.charAt(end))) {
      end++;
    }
    return end - from > 2
        ? ""
        : source.subSequence(from, end).toString().toLowerCase(java.util.Locale.ROOT);
  }

  private String wordBefore() {
    int start = length;
    while (start > 0 && length - start < 12 && Character.isLetter(chars[start - 1])) {
      start--;
    }
    return new String(chars, start, length - start);
  }
}
