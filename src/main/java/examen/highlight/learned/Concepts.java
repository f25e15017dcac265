package examen.highlight.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which words mean much the same for what is looked for: "shut down", "wipe" and "replace" all end
 * something. What is learned of one word of a concept serves for all of them. Immutable.
 */
public final class Concepts {
  /** There may be so many concepts at most; their numbers are bits of a long. */
  public static final int MOST_CONCEPTS = 63;

  private static final int SHORTEST_STEM = 3;
  private static final int NONE = 0;

  private final Map<String, List<String>> words;

  /** Concept numbers from 1 by hash of a whole word or of a stem; two to an int, low first. */
  private final Map<Integer, Integer> whole = new HashMap<>();

  private final Map<Integer, Integer> stems = new HashMap<>();
  private final int longestStem;

  /**
   * @param words of each concept; one that ends in {@code *} stands for all that begin so
   */
  public Concepts(Map<String, List<String>> words) {
    if (words.size() > MOST_CONCEPTS) {
      throw new IllegalArgumentException("more than " + MOST_CONCEPTS + " concepts");
    }
    this.words = Map.copyOf(words);
    int number = 0;
    int longest = 0;
    for (List<String> concept : new TreeMap<>(words).values()) {
      number++;
      for (String word : concept) {
        boolean stem = word.endsWith("*");
        char[] chars = word.toCharArray();
        int length = stem ? chars.length - 1 : chars.length;
        longest = stem ? Math.max(longest, length) : longest;
        add(stem ? stems : whole, Words.hash(chars, 0, length), number);
      }
    }
    this.longestStem = longest;
  }

  /** The words of each concept, as they were given. */
  public Map<String, List<String>> words() {
    return words;
  }

  private static void add(Map<Integer, Integer> to, int hash, int concept) {
    int old = to.getOrDefault(hash, NONE);
    boolean full = old >>> 16 != 0;
    if (!full && old != concept) {
      to.put(hash, old == NONE ? concept : old | (concept << 16));
    }
  }

  /** The concepts of a word, in two halves of an int, low first; 0 for none. */
  int of(char[] chars, int from, int to, int hash) {
    int found = whole.getOrDefault(hash, NONE);
    if (stems.isEmpty() || found >>> 16 != 0) {
      return found;
    }
    int last = Math.min(to, from + longestStem);
    for (int end = from + SHORTEST_STEM; end <= last; end++) {
      Integer stem = stems.get(Words.hash(chars, from, end));
      if (stem != null) {
        found = join(found, stem);
      }
    }
    return found;
  }

  private static int join(int found, int more) {
    int joined = found;
    for (int concept : new int[] {more & 0xffff, more >>> 16}) {
      boolean there = concept == (joined & 0xffff) || concept == joined >>> 16;
      if (!there && joined >>> 16 == 0) {
        joined = joined == NONE ? concept : joined | (concept << 16);
      }
    }
    return joined;
  }
}
