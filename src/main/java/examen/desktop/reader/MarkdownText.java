package examen.desktop.reader;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the marks of Markdown in a text mean for the characters around them. No character is taken
 * away or added. Nothing is looked for beyond a line, but blocks of code.
 */
final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+\\S.*");
  private static final Pattern RULE =
      Pattern.compile(
          " {0,3}(?:(?:-[ \\t]{0,9}){3,90}|(?:\\*[ \\t]{0,9}){3,90}|_{3,90})[ \\t\\r]{0,9}");
  private static final Pattern BULLET =
      Pattern.compile("([ \\t]{0,40}(?:[-*+]|\\d{1,4}[.)]))[ \\t].*");
  private static final Pattern QUOTE = Pattern.compile("([ \\t]{0,9}(?:>[ \\t]?){1,20}).*");

  /** A longer line is data, not prose. */
  private static final int LONGEST_LINE = 4_000;

  private final String text;

  /** Where blocks of code begin and end, by turns; the last may not end. */
  private final int[] fences;

  MarkdownText(String text) {
    this.text = text;
    fences = fences(text);
  }

  /**
   * Adds the looks of a piece of the text.
   *
   * @param from where it begins, in UTF-16 code units
   * @param bits takes up the look of each of its characters; as long as the piece
   */
  void mark(int from, int[] bits) {
    int to = from + bits.length;
    for (int at = from; at < to; ) {
      int end = text.indexOf('\n', at, to);
      end = end < 0 ? to : end;
      line(at, end, from, bits);
      at = end + 1;
    }
  }

  private void line(int start, int end, int from, int[] bits) {
    Bits line = new Bits(bits, from);
    if (isFence(start)) {
      line.add(start, end, Style.MARK);
    } else if (isInFence(start)) {
      line.add(start, end, Style.CODE);
    } else if (end - start <= LONGEST_LINE) {
      boolean whole = start == 0 || text.charAt(start - 1) == '\n';
      prose(whole ? block(start, end, line) : start, end, line);
    }
  }

  /** Marks what the start of a line says of it; gives where the words begin. */
  private int block(int start, int end, Bits line) {
    String words = text.substring(start, end);
    Matcher heading = HEADING.matcher(words);
    if (heading.matches()) {
      int body = start + heading.end(1);
      line.add(start, body, Style.MARK);
      line.add(
          body, end, heading.end(1) - heading.start(1) <= 2 ? Style.HEADING : Style.SMALL_HEADING);
      return body;
    }
    if (RULE.matcher(words).matches()) {
      line.add(start, end, Style.MARK);
      return end;
    }
    Matcher quote = QUOTE.matcher(words);
    if (quote.matches()) {
      line.add(start, start + quote.end(1), Style.MARK);
      line.add(start + quote.end(1), end, Style.QUOTE);
      return start + quote.end(1);
    }
    Matcher bullet = BULLET.matcher(words);
    if (bullet.matches()) {
      line.add(start, start + bullet.end(1), Style.BULLET);
      return start + bullet.end(1);
    }
    return start;
  }

  private void prose(int start, int end, Bits line) {
    int at = start;
    while (at < end) {
      at =
          switch (text.charAt(at)) {
            case '\\' -> escaped(at, end, line);
            case '`' -> code(at, end, line);
            case '*', '_', '~' -> emphasis(at, end, line);
            case '[' -> link(at, end, line);
            default -> at + 1;
          };
    }
  }

  private int escaped(int at, int end, Bits line) {
    boolean sign = at + 1 < end && "\\`*_~[]()#>-+.!{}".indexOf(text.charAt(at + 1)) >= 0;
    if (sign) {
      line.add(at, at + 1, Style.MARK);
    }
    return sign ? at + 2 : at + 1;
  }

  private int code(int at, int end, Bits line) {
    int open = run(at, end);
    for (int close = text.indexOf('`', at + open, end); close >= 0; ) {
      int length = run(close, end);
      if (length == open) {
        line.add(at, at + open, Style.MARK);
        line.add(at + open, close, Style.CODE);
        line.add(close, close + open, Style.MARK);
        return close + open;
      }
      close = text.indexOf('`', close + length, end);
    }
    return at + open;
  }

  private int emphasis(int at, int end, Bits line) {
    char sign = text.charAt(at);
    int length = run(at, end);
    boolean opens =
        length <= (sign == '~' ? 2 : 3)
            && !(sign == '~' && length == 1)
            && !line.isMark(at)
            && at + length < end
            && !Character.isWhitespace(text.charAt(at + length))
            && !(sign == '_' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)));
    int close = opens ? close(at + length, end, sign, length) : -1;
    if (close >= 0) {
      line.add(at, at + length, Style.MARK);
      line.add(at + length, close, look(sign, length));
      line.add(close, close + length, Style.MARK);
    }
    return at + length;
  }

  private static int look(char sign, int length) {
    return sign == '~'
        ? Style.STRUCK
        : (length >= 2 ? Style.BOLD : 0) | (length != 2 ? Style.ITALIC : 0);
  }

  /** Where as many of these signs end what they began; -1 where they do not. */
  private int close(int from, int end, char sign, int length) {
    for (int at = text.indexOf(sign, from, end); at >= 0; ) {
      int found = run(at, end);
      boolean closes =
          found == length
              && at > from
              && !Character.isWhitespace(text.charAt(at - 1))
              && !(sign == '_'
                  && at + found < end
                  && Character.isLetterOrDigit(text.charAt(at + found)));
      if (closes) {
        return at;
      }
      at = text.indexOf(sign, at + found, end);
    }
    return -1;
  }

  private int link(int at, int end, Bits line) {
    int middle = text.indexOf(']', at, end);
    boolean whole = middle > at + 1 && middle + 1 < end && text.charAt(middle + 1) == '(';
    int close = whole ? text.indexOf(')', middle, end) : -1;
    if (close < 0) {
      return at + 1;
    }
    line.add(at, at + 1, Style.MARK);
    line.add(at + 1, middle, Style.LINK);
    line.add(middle, close + 1, Style.MARK);
    return close + 1;
  }

  /** How many of the same sign follow each other here. */
  private int run(int at, int end) {
    int next = at;
    while (next < end && text.charAt(next) == text.charAt(at)) {
      next++;
    }
    return next - at;
  }

  private boolean isFence(int line) {
    return Arrays.binarySearch(fences, line) >= 0;
  }

  private boolean isInFence(int line) {
    int found = Arrays.binarySearch(fences, line);
    return found < 0 && -found % 2 == 0;
  }

  /** The starts of the lines that begin and end blocks of code. */
  private static int[] fences(String text) {
    IntStream.Builder found = IntStream.builder();
    char open = 0;
    for (int line = 0; line >= 0 && line < text.length(); ) {
      char sign = fence(text, line);
      if (sign != 0 && (open == 0 || open == sign)) {
        found.add(line);
        open = open == 0 ? sign : 0;
      }
      int next = text.indexOf('\n', line);
      line = next < 0 ? -1 : next + 1;
    }
    return found.build().toArray();
  }

  private static char fence(String text, int line) {
    int at = line;
    while (at < text.length() && at < line + 3 && text.charAt(at) == ' ') {
      at++;
    }
    if (text.startsWith("```", at)) {
      return '`';
    }
    return text.startsWith("~~~", at) ? '~' : 0;
  }

  /** The looks of a piece, by places of the text. */
  private static final class Bits {
    private final int[] bits;
    private final int from;

    Bits(int[] bits, int from) {
      this.bits = bits;
      this.from = from;
    }

    void add(int start, int end, int look) {
      for (int at = Math.max(start, from); at < end && at - from < bits.length; at++) {
        bits[at - from] |= look;
      }
    }

    boolean isMark(int at) {
      return (bits[at - from] & Style.MARK) != 0;
    }
  }
}
