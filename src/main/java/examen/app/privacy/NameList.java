package examen.app.privacy;

import examen.transcript.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that are to be taken out of texts, as no pattern knows them: of people, machines, folders.
 * Large and small letters, composed and decomposed accents and kinds of blanks are the same.
 */
final class NameList {
  private static final long LARGEST = 1_000_000;
  private static final int MOST = 5_000;
  private static final int SHORTEST = 2;

  /** Here words stand apart, so that a name within a longer word is another word. */
  private static final Set<UnicodeScript> OF_WORDS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN);

  private final String kind;
  private final List<String> forms;

  private NameList(String kind, Collection<String> forms) {
    this.kind = kind;
    this.forms = List.copyOf(forms);
  }

  /**
   * @param kind what they are counted under
   * @param names shorter ones than two characters are left out
   */
  static NameList of(String kind, Collection<String> names) {
    Set<String> forms = new TreeSet<>();
    for (String name : names) {
      String plain = name.strip();
      if (isLongEnough(plain)) {
        forms.add(folded(Normalizer.normalize(plain, Normalizer.Form.NFC)));
        forms.add(folded(Normalizer.normalize(plain, Normalizer.Form.NFD)));
      }
    }
    return new NameList(kind, forms);
  }

  /**
   * The names of a file, one a line; empty lines and lines that begin with {@code #} say nothing.
   *
   * @throws BadPatternFile at the first line that cannot be used
   */
  static List<String> read(Path file) throws BadPatternFile {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadPatternFile(name + ": larger than a list of names is");
      }
      List<String> names = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String plain = line.replace("\uFEFF", "").strip();
        if (plain.isEmpty() || plain.startsWith("#")) {
          continue;
        }
        if (!isLongEnough(plain)) {
          throw new BadPatternFile(
              name + " line " + number + ": a name of one character would be found everywhere");
        }
        names.add(plain);
      }
      if (names.isEmpty() || names.size() > MOST) {
        throw new BadPatternFile(name + " has " + names.size() + " names, not 1 to " + MOST);
      }
      return names;
    } catch (CharacterCodingException e) {
      throw new BadPatternFile(name + " is not UTF-8 text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLongEnough(String name) {
    return name.codePointCount(0, name.length()) >= SHORTEST;
  }

  String kind() {
    return kind;
  }

  /**
   * The places in a text, in UTF-16 code units; they may overlap.
   *
   * @param folded the text as {@link #folded} gives it
   */
  List<Span> in(String folded) {
    List<Span> places = new ArrayList<>();
    for (String form : forms) {
      for (int at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
        int end = at + form.length();
        if (!joins(folded, at) && !joins(folded, end)) {
          places.add(new Span(at, withMarks(folded, end)));
        }
      }
    }
    return places;
  }

  /** As long as the text in UTF-16 code units, with the same signs in the same places. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      int units = Character.charCount(sign);
      int small = Character.toLowerCase(Character.toUpperCase(sign));
      boolean blank = Character.isWhitespace(sign) || Character.isSpaceChar(sign);
      folded.appendCodePoint(
          blank && units == 1 ? ' ' : Character.charCount(small) == units ? small : sign);
      at += units;
    }
    return folded.toString();
  }

  /** Whether a word goes on over this offset. */
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && isOfWord(text.codePointBefore(at))
        && isOfWord(text.codePointAt(at));
  }

  private static boolean isOfWord(int sign) {
    return Character.isDigit(sign)
        || (Character.isLetter(sign) && OF_WORDS.contains(UnicodeScript.of(sign)));
  }

  /** A sign that stands upon the last one goes with it. */
  private static int withMarks(String text, int end) {
    int at = end;
    while (at < text.length()
        && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
