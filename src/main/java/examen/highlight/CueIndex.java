package examen.highlight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Finds which of many texts stand in a sentence, in one pass over it (Aho and Corasick). Immutable.
 */
final class CueIndex {
  private final List<String> texts;
  private final int[] columns = new int[Letters.COUNT];
  private final int width;

  /** Where each state goes; all bits turned over if a text ends there, which few states have. */
  private final int[] next;

  private final int[][] ends;

  CueIndex(Collection<String> texts) {
    this.texts = List.copyOf(new TreeSet<>(texts));
    this.width = numberColumns();
    List<int[]> rows = new ArrayList<>();
    List<BitSet> endsHere = new ArrayList<>();
    grow(rows, endsHere);
    for (int i = 0; i < this.texts.size(); i++) {
      endsHere.get(insert(this.texts.get(i), rows, endsHere)).set(i);
    }
    link(rows, endsHere);
    this.ends = endsHere.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    this.next = rows.stream().flatMapToInt(Arrays::stream).map(this::marked).toArray();
  }

  int size() {
    return texts.size();
  }

  /** The number under which {@link #scan} reports this text; it must be one of the index. */
  int number(String text) {
    return Collections.binarySearch(texts, text);
  }

  /**
   * Calls back with the number of each text that stands in the first {@code length} characters,
   * each time it does.
   */
  void scan(char[] sentence, int length, IntConsumer found) {
    int state = 0;
    for (int i = 0; i < length; i++) {
      state = next[state * width + columns[Letters.of(sentence[i])]];
      if (state < 0) {
        state = ~state;
        for (int text : ends[state]) {
          found.accept(text);
        }
      }
    }
  }

  private int marked(int state) {
    return ends[state].length == 0 ? state : ~state;
  }

  /** One column for each character that occurs in a text, column 0 for all others. */
  private int numberColumns() {
    int count = 1;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        int letter = Letters.of(text.charAt(i));
        if (columns[letter] == 0) {
          columns[letter] = count++;
        }
      }
    }
    return count;
  }

  private void grow(List<int[]> rows, List<BitSet> endsHere) {
    rows.add(new int[width]);
    endsHere.add(new BitSet());
  }

  private int insert(String text, List<int[]> rows, List<BitSet> endsHere) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      int column = columns[Letters.of(text.charAt(i))];
      if (rows.get(state)[column] == 0) {
        rows.get(state)[column] = rows.size();
        grow(rows, endsHere);
      }
      state = rows.get(state)[column];
    }
    return state;
  }

  /**
   * Fills in, breadth first, where each state goes on a character that its own texts do not have.
   */
  private void link(List<int[]> rows, List<BitSet> endsHere) {
    int[] fallback = new int[rows.size()];
    Deque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      int[] row = rows.get(state);
      for (int column = 0; column < width; column++) {
        int elsewhere = state == 0 ? 0 : rows.get(fallback[state])[column];
        int child = row[column];
        if (child == 0) {
          row[column] = elsewhere;
        } else {
          fallback[child] = elsewhere;
          endsHere.get(child).or(endsHere.get(elsewhere));
          queue.add(child);
        }
      }
    }
  }
}
