package examen.app.search;

import java.util.ArrayList;
import java.util.List;

/** Goes through the words of a text, one by one. */
final class Tokens {
  private final String text;
  private final StringBuilder word = new StringBuilder();
  private int at;
  private int start;
  private int end;

  Tokens(String text) {
    this.text = text;
  }

  /** The words of a text, as they count. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Tokens tokens = new Tokens(text);
    while (tokens.next()) {
      words.add(tokens.word().toString());
    }
    return words;
  }

  /** Goes to the next word; whether there is one. */
  boolean next() {
    word.setLength(0);
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int as = Letters.as(codePoint);
      if (as == Letters.DIVIDES && !word.isEmpty()) {
        return true;
      }
      int after = at + Character.charCount(codePoint);
      if (as > Letters.LEFT_OUT) {
        start = word.isEmpty() ? at : start;
        word.appendCodePoint(as);
        end = after;
      } else if (as == Letters.LEFT_OUT && !word.isEmpty()) {
        end = after;
      }
      at = after;
    }
    return !word.isEmpty();
  }

  /** The word as it counts; good until the next one. */
  CharSequence word() {
    return word;
  }

  /** Where the word begins, in UTF-16 code units. */
  int start() {
    return start;
  }

  /** One past the word's last UTF-16 code unit. */
  int end() {
    return end;
  }
}
