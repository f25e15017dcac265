package examen.app.search;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Words that are looked for, one after the other. */
public sealed interface Term {
  /** The most words that one term may have. */
  int MOST_WORDS = 60;

  /** Scripts that are written without spaces between words. */
  Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /** What was typed. */
  String typed();

  /**
   * Whole words, which the index knows.
   *
   * @param words as the index has them
   */
  record Whole(String typed, List<String> words) implements Term {
    public Whole {
      words = List.copyOf(words);
    }
  }

  /** The same, but the last is the beginning of a word. */
  record Beginning(String typed, List<String> words) implements Term {
    public Beginning {
      words = List.copyOf(words);
    }
  }

  /**
   * Signs in their order, wherever they stand. The index does not know them: they are looked for in
   * every text.
   */
  record Signs(String typed) implements Term {}

  /** Whether some of these signs are of a script without spaces between words. */
  static boolean isWithoutSpaces(String text) {
    return text.codePoints().anyMatch(c -> WITHOUT_SPACES.contains(UnicodeScript.of(c)));
  }
}
