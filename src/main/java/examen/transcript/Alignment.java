package examen.transcript;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The place in a text that takes the fewest insertions, deletions and exchanges of single signs to
 * become a pattern. Computed with one bit for each sign of the pattern (Myers 1999, in the blocks
 * of Hyyrö 2003), so that long quotes cost little.
 *
 * @param start of the place
 * @param end one past it
 * @param edits how many it takes
 */
record Alignment(int start, int end, int edits) {
  /** The best place in {@code text[from, to)}; the first of several. */
  static Alignment of(String pattern, String text, int from, int to) {
    Columns forth = new Columns(pattern, 0);
    int end = from;
    int fewest = pattern.length();
    for (int i = from; i < to; i++) {
      int edits = forth.take(text.charAt(i));
      if (edits < fewest) {
        fewest = edits;
        end = i + 1;
      }
    }
    // From its end backwards, where it must begin, the same edits lead to its start.
    Columns back = new Columns(new StringBuilder(pattern).reverse().toString(), 1);
    int start = end;
    int best = pattern.length();
    for (int i = end - 1; i >= from && end - i <= 2 * pattern.length(); i--) {
      int edits = back.take(text.charAt(i));
      if (edits < best) {
        best = edits;
        start = i;
      }
    }
    return new Alignment(start, end, Math.max(best, fewest));
  }

  /** How alike pattern and place are: 1 for the same, 0 for nothing in common. */
  double likeness(int patternLength) {
    return Math.max(0, 1 - edits / (double) Math.max(patternLength, end - start));
  }

  /** One column of the table of edits after the other, of which only the last row is wanted. */
  private static final class Columns {
    private final Map<Character, long[]> where = new HashMap<>();
    private final long[] rises;
    private final long[] falls;
    private final long lastRow;
    private final long[] nowhere;
    private final int first;
    private int edits;

    /**
     * @param first by how much the first row rises from column to column: 0 where the pattern may
     *     begin anywhere, 1 where it begins with the text
     */
    Columns(String pattern, int first) {
      this.first = first;
      int blocks = (pattern.length() + 63) / 64;
      rises = new long[blocks];
      falls = new long[blocks];
      nowhere = new long[blocks];
      Arrays.fill(rises, -1L);
      lastRow = 1L << ((pattern.length() - 1) % 64);
      edits = pattern.length();
      for (int i = 0; i < pattern.length(); i++) {
        where.computeIfAbsent(pattern.charAt(i), c -> new long[blocks])[i / 64] |= 1L << (i % 64);
      }
    }

    /** Takes the next sign; how many edits the best place that ends with it needs. */
    int take(char sign) {
      long[] equal = where.getOrDefault(sign, nowhere);
      int carry = first;
      for (int block = 0; block < rises.length; block++) {
        carry = take(block, equal[block], carry);
      }
      edits += carry;
      return edits;
    }

    private int take(int block, long equals, int carry) {
      long up = rises[block];
      long down = falls[block];
      long equal = carry < 0 ? equals | 1 : equals;
      long vertical = equals | down;
      long horizontal = (((equal & up) + up) ^ up) | equal;
      long risesRight = down | ~(horizontal | up);
      long fallsRight = up & horizontal;
      long row = block == rises.length - 1 ? lastRow : 1L << 63;
      int out = (risesRight & row) != 0 ? 1 : (fallsRight & row) != 0 ? -1 : 0;
      risesRight = (risesRight << 1) | (carry > 0 ? 1 : 0);
      fallsRight = (fallsRight << 1) | (carry < 0 ? 1 : 0);
      rises[block] = fallsRight | ~(vertical | risesRight);
      falls[block] = risesRight & vertical;
      return out;
    }
  }
}
