package examen.desktop.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of texts as it stands in a field, one a line. A field can hold neither control characters
 * nor line ends within an item: they are shown as marks, and an item that was not touched stays
 * what it was.
 */
final class Lines {
  private Lines() {}

  /** The items, one a line. */
  static String shown(List<String> items) {
    return String.join("\n", items.stream().map(Lines::shown).toList());
  }

  /** Those items that a field shows otherwise than they are, by how it shows them. */
  static Map<String, String> hidden(List<String> items) {
    Map<String, String> hidden = new HashMap<>();
    for (String item : items) {
      String shown = shown(item);
      if (!shown.equals(item)) {
        hidden.put(shown, item);
      }
    }
    return hidden;
  }

  /**
   * What stands in a field.
   *
   * @param hidden items that are shown otherwise than they are
   */
  static List<String> items(String text, Map<String, String> hidden) {
    List<String> items = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        items.add(hidden.getOrDefault(line, line));
      }
    }
    return items;
  }

  /** The number of the line, from 0, on which an item stands: blank lines are no items. */
  static int line(String text, int item) {
    String[] lines = text.split("\n", -1);
    int seen = -1;
    for (int line = 0; line < lines.length; line++) {
      seen += lines[line].isBlank() ? 0 : 1;
      if (seen == item && !lines[line].isBlank()) {
        return line;
      }
    }
    return 0;
  }

  /** Where a line begins, in UTF-16 code units of the text. */
  static int start(String text, int line) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }

  /** With one more item, at the end. */
  static String with(String text, String item) {
    String before = text.stripTrailing();
    return before.isEmpty() ? shown(item) : before + "\n" + shown(item);
  }

  private static String shown(String item) {
    StringBuilder shown = new StringBuilder(item.length());
    item.chars()
        .forEach(
            unit -> shown.append(unit == '\n' ? '\u21b5' : isHeld(unit) ? (char) unit : '\u25a1'));
    return shown.toString();
  }

  private static boolean isHeld(int unit) {
    return unit == '\t' || (unit >= ' ' && unit != 0x7f);
  }
}
