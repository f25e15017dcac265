package examen.desktop.reader;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts compact JSON into lines as people would write it, without a character added: what would be
 * blanks at the start of a line is said as its depth.
 */
final class JsonLines {
  /** What fits beside its name is not cut. */
  private static final int SHORT = 60;

  /** More lines than these are not made; the rest stays as it is. */
  private static final int MOST = 3_000;

  private final String text;
  private final int to;
  private final List<Line> lines = new ArrayList<>();
  private int start;
  private int depth;

  /**
   * A line.
   *
   * @param depth how many objects and lists it is in
   */
  record Line(Span span, int depth) {}

  private JsonLines(String text, int from, int to) {
    this.text = text;
    this.to = to;
    start = from;
  }

  /**
   * Lines that cover {@code [from, to)} of {@code text} without gap; a single one where that is no
   * JSON, is short, or has lines already.
   */
  static List<Line> of(String text, int from, int to) {
    boolean wanted =
        to - from > SHORT
            && (text.charAt(from) == '{' || text.charAt(from) == '[')
            && text.indexOf('\n', from, to) < 0;
    JsonLines made = new JsonLines(text, from, to);
    return wanted && made.cut() ? made.lines : List.of(new Line(new Span(from, to), 0));
  }

  /** Whether all that was opened is closed, and no more. */
  private boolean cut() {
    int at = start;
    while (at < to) {
      char sign = text.charAt(at);
      if (sign == '"') {
        at = afterString(at, to);
      } else if (sign == '{' || sign == '[') {
        at = opened(at);
      } else if (sign == '}' || sign == ']') {
        end(at);
        depth--;
        at++;
      } else {
        at++;
        if (sign == ',') {
          at = afterBlanks(at);
          end(at);
        }
      }
      if (at < 0 || depth < 0) {
        return false;
      }
    }
    end(to);
    return depth == 0;
  }

  /** One past a string; -1 where it does not end before the limit. */
  private int afterString(int at, int limit) {
    for (int i = at + 1; i < limit; i++) {
      char sign = text.charAt(i);
      if (sign == '\\') {
        i++;
      } else if (sign == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  private int opened(int at) {
    int close = closeNear(at);
    if (close >= 0) {
      return close + 1;
    }
    int after = afterBlanks(at + 1);
    end(after);
    depth++;
    return after;
  }

  /** Where that which opens here closes, if that is near and nothing else opens in it. */
  private int closeNear(int at) {
    int limit = Math.min(to, at + SHORT);
    for (int i = at + 1; i < limit; ) {
      char sign = text.charAt(i);
      if (sign == '"') {
        i = afterString(i, limit);
        if (i < 0) {
          return -1;
        }
      } else if (sign == '{' || sign == '[') {
        return -1;
      } else if (sign == '}' || sign == ']') {
        return i;
      } else {
        i++;
      }
    }
    return -1;
  }

  private int afterBlanks(int at) {
    int after = at;
    while (after < to && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    return after;
  }

  private void end(int at) {
    if (at > start && (lines.size() < MOST || at == to)) {
      lines.add(new Line(new Span(start, at), depth));
    }
    if (lines.size() < MOST || at == to) {
      start = at;
    }
  }
}
