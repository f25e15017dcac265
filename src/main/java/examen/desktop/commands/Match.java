package examen.desktop.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well words fit what was typed. */
final class Match {
  /** What does not fit at all. */
  static final int NONE = 0;

  private Match() {}

  /**
   * More for a better fit: whole beginnings before initials, initials before parts of words.
   *
   * @param typed words in any order, each of which must be found; or the initials of words
   */
  static int of(String typed, Entry entry) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String words = entry.words().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return 1;
    }
    if (words.startsWith(wanted)) {
      return 5;
    }
    List<String> parts = parts(words);
    if (initials(parts).startsWith(wanted)) {
      return 4;
    }
    List<String> each = parts(wanted);
    if (each.stream().allMatch(want -> parts.stream().anyMatch(p -> p.startsWith(want)))) {
      return 3;
    }
    String all = words + " " + entry.more().toLowerCase(Locale.ROOT);
    return each.stream().allMatch(all::contains) ? 2 : NONE;
  }

  private static String initials(List<String> parts) {
    StringBuilder out = new StringBuilder();
    parts.forEach(part -> out.appendCodePoint(part.codePointAt(0)));
    return out.toString();
  }

  private static List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    for (String part : words.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
