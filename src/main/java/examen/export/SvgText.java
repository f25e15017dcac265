package examen.export;

import java.util.ArrayList;
import java.util.List;

/** How wide words are about, and how they are broken where there is less room. */
final class SvgText {
  private static final String NARROW = "iljtfrI.,:;|!'()[]{}/\\ ";
  private static final String WIDE = "mwMW%@";

  private SvgText() {}

  /** In pixels, rather too much than too little. */
  static double width(String text, double size) {
    double em = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      em += c > 0x2e80 ? 1.05 : em(c);
      at += Character.charCount(c);
    }
    return em * size;
  }

  private static double em(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(c) ? 0.71 : 0.61;
  }

  /** At most so many lines, broken at blanks where that can be; what has no room is left out. */
  static List<String> lines(String text, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most) {
      if (width(rest, size) <= room) {
        lines.add(rest);
        return lines;
      }
      int fits = fitting(rest, size, room);
      if (lines.size() == most - 1) {
        lines.add(cut(rest, size, room));
        return lines;
      }
      int blank = rest.lastIndexOf(' ', fits);
      int end = blank > 0 ? blank : fits;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    return lines;
  }

  private static String cut(String text, double size, double room) {
    int end = fitting(text, size, room - size * 0.9);
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** How many code units of it have room; at least those of one character. */
  private static int fitting(String text, double size, double room) {
    int end = Character.charCount(text.codePointAt(0));
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      if (width(text.substring(0, next), size) > room) {
        break;
      }
      end = next;
    }
    return end;
  }
}
