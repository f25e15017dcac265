package examen.app.search;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the mistake in a regular expression is, of which RE2 only says around what it is. */
final class Mistakes {
  private Mistakes() {}

  /** What is wrong; RE2 has no words for a bracket that is closed and was never opened. */
  static String why(String described) {
    return described.contains("internal error") ? "unexpected )" : described;
  }

  /**
   * The place of a mistake, in UTF-16 code units.
   *
   * @param part what is wrong; may be the whole pattern
   */
  static int place(String pattern, String part) {
    // RE2 writes the ways in which the pattern is meant before it, and may name no part at all.
    boolean whole = part.isEmpty() || part.endsWith(pattern) || !pattern.contains(part);
    return whole ? bracket(pattern) : pattern.lastIndexOf(part);
  }

  /** The bracket that has no other one; the start where there is none. */
  private static int bracket(String pattern) {
    Deque<Integer> open = new ArrayDeque<>();
    boolean inSet = false;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inSet = true;
        case ']' -> inSet = false;
        case '(' -> {
          if (!inSet) {
            open.push(i);
          }
        }
        case ')' -> {
          if (!inSet && open.poll() == null) {
            return i;
          }
        }
        default -> {}
      }
    }
    return open.isEmpty() ? 0 : open.peek();
  }
}
