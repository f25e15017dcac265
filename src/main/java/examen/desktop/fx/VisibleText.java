package examen.desktop.fx;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn for a piece of source text: as many code units, but characters that cannot be seen,
 * or that reorder others, are replaced one to one by a mark, so that offsets stay what they are.
 */
public final class VisibleText {
  /**
   * A run of text that is either as in the source or made of marks.
   *
   * @param styles style classes beside that of the whole text
   */
  public record Run(String text, boolean mark, List<String> styles) {
    public Run {
      styles = List.copyOf(styles);
    }

    public Run(String text, boolean mark) {
      this(text, mark, List.of());
    }
  }

  private static final int JOINER = 0x200d;

  private VisibleText() {}

  /** The runs for {@code source}; their lengths add up to its length. */
  public static List<Run> of(String source) {
    List<Run> runs = new ArrayList<>();
    int plain = 0;
    for (int at = 0; at < source.length(); ) {
      int codePoint = source.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      String mark =
          isHidden(codePoint) && !belongs(source, at, codePoint) ? mark(source, at, codePoint) : "";
      if (!mark.isEmpty()) {
        addPlain(runs, source, plain, at);
        addMark(runs, mark);
        plain = next;
      }
      at = next;
    }
    addPlain(runs, source, plain, source.length());
    return runs;
  }

  /**
   * A short text for a label: hidden characters marked, line ends too, and not longer than a line.
   */
  public static String inOneLine(String source) {
    StringBuilder line = new StringBuilder();
    for (Run run : of(source.length() > 300 ? source.substring(0, 300) + "\u2026" : source)) {
      line.append(run.text().replace('\n', ' ').replace('\t', ' '));
    }
    return line.toString().strip();
  }

  /** Whether a character shows nothing by itself. Quick, as it is asked for every character. */
  public static boolean isHidden(int codePoint) {
    if (codePoint < 0x20) {
      return codePoint != '\n' && codePoint != '\t';
    }
    if (codePoint < 0x7f) {
      return false;
    }
    return codePoint <= 0x9f
        || codePoint == 0xad
        || codePoint == 0x34f
        || codePoint == 0x61c
        || (codePoint >= 0x115f && codePoint <= 0x1160)
        || (codePoint >= 0x17b4 && codePoint <= 0x17b5)
        || (codePoint >= 0x180b && codePoint <= 0x180e)
        || (codePoint >= 0x200b && codePoint <= 0x200f)
        || (codePoint >= 0x2028 && codePoint <= 0x202e)
        || (codePoint >= 0x2060 && codePoint <= 0x206f)
        || codePoint == 0x2800
        || codePoint == 0x3164
        || codePoint == 0xfeff
        || codePoint == 0xffa0
        || (codePoint >= 0xfff9 && codePoint <= 0xfffd)
        || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
  }

  /** Whether an invisible character does what it is for: joins two emoji or shapes two letters. */
  private static boolean belongs(String source, int at, int codePoint) {
    if ((codePoint != JOINER && codePoint != 0x200c) || at == 0 || at + 1 >= source.length()) {
      return false;
    }
    int before = source.codePointBefore(at);
    int after = source.codePointAt(at + 1);
    if (codePoint == JOINER && Character.isEmoji(after) && after > 0xff) {
      return before == 0xfe0f || Character.isEmoji(before);
    }
    return shapes(before) && shapes(after);
  }

  private static boolean shapes(int codePoint) {
    return codePoint >= 0x600
        && codePoint < 0x1000
        && (Character.isLetter(codePoint)
            || Character.getType(codePoint) == Character.NON_SPACING_MARK);
  }

  /**
   * The mark for a hidden character, with as many code units; all are in the fonts that come with
   * the program.
   */
  private static String mark(String source, int at, int codePoint) {
    if (codePoint == '\r' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
      return "\u21b5";
    }
    if (codePoint >= 0xe0020 && codePoint <= 0xe007e) {
      return "\u2038" + (char) (codePoint - 0xe0000);
    }
    if (codePoint >= 0xe0000) {
      return "\u2038\u25a1";
    }
    return switch (codePoint) {
      case 0xad -> "\u00ac";
      case 0x2028, 0x2029 -> "\u00b6";
      case 0x200e, 0x202a, 0x202d, 0x2066 -> "\u2192";
      case 0x200f, 0x61c, 0x202b, 0x202e, 0x2067 -> "\u2190";
      case 0x202c, 0x2068, 0x2069 -> "\u21e5";
      case 0xfffd -> "\ufffd";
      case 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x180e -> "\u2038";
      default -> "\u25a1";
    };
  }

  private static void addPlain(List<Run> runs, String source, int from, int to) {
    if (from < to) {
      runs.add(new Run(source.substring(from, to), false));
    }
  }

  private static void addMark(List<Run> runs, String mark) {
    if (!runs.isEmpty() && runs.getLast().mark()) {
      Run last = runs.removeLast();
      runs.add(new Run(last.text() + mark, true));
    } else {
      runs.add(new Run(mark, true));
    }
  }
}
