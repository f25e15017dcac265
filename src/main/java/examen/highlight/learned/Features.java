package examen.highlight.learned;

import java.util.Arrays;

/**
 * What is known of a sentence: its words, runs of two and three of them, pairs with one or two
 * words between, beginnings and ends of longer words; then its concepts, pairs of them one after
 * the other, and pairs anywhere. Each is a bucket of a hash; two that fall into one bucket are one
 * feature. Takes time linear in the sentence. Not thread-safe.
 */
public final class Features {
  /** How many buckets there are; a power of two. */
  public static final int BUCKETS = 1 << 17;

  private static final int CUT = 5;
  private static final int FARTHEST = 3;
  private static final int FARTHEST_CONCEPT = 3;

  /** More words with concepts than this are not looked at, more kinds of concepts neither. */
  private static final int MOST_CONCEPTS = 256;

  private static final int MEMORY = 1 << 12;

  private final Concepts concepts;
  private final Words words = new Words();
  private final int[] rememberedHash = new int[MEMORY];
  private final int[] remembered = new int[MEMORY];

  /** Words with concepts, in order: which word, and its concepts. */
  private final int[] conceptWord = new int[MOST_CONCEPTS];

  private final int[] conceptsOf = new int[MOST_CONCEPTS];
  private int conceptWords;

  /** The features of the last sentence. */
  private int[] bucket = new int[1024];

  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int count;

  public Features(Concepts concepts) {
    this.concepts = concepts;
  }

  /**
   * Finds every feature of a normalised sentence: lower case, straight quotes, contractions written
   * out. The same may come more than once.
   *
   * @param length how many of {@code chars} count
   * @return how many there are
   */
  int find(char[] chars, int length) {
    count = 0;
    words.cut(chars, length);
    for (int i = 0; i < words.count(); i++) {
      runs(i);
      pieces(chars, i);
    }
    findConcepts(chars);
    conceptsInOrder();
    conceptsAnywhere();
    return count;
  }

  /** How many the last sentence has. */
  int count() {
    return count;
  }

  /** The bucket of a feature, in {@code [0, BUCKETS)}. */
  int bucket(int feature) {
    return bucket[feature];
  }

  /** Where the words of a feature begin in the sentence, in UTF-16 units. */
  int from(int feature) {
    return from[feature];
  }

  /** Where they end. */
  int to(int feature) {
    return to[feature];
  }

  private void runs(int i) {
    int here = words.hash(i);
    take(1, i, i, here);
    if (i + 1 < words.count()) {
      take(2, i, i + 1, 31 * here + words.hash(i + 1));
    }
    if (i + 2 < words.count()) {
      take(3, i, i + 2, 31 * (31 * here + words.hash(i + 1)) + words.hash(i + 2));
    }
    for (int k = 2; k <= FARTHEST && i + k < words.count(); k++) {
      take(4, i, i + k, 31 * here + words.hash(i + k));
    }
  }

  private void pieces(char[] chars, int word) {
    int from = words.from(word);
    int to = words.to(word);
    if (to - from > CUT) {
      take(5, word, word, Words.hash(chars, from, from + CUT));
      take(6, word, word, Words.hash(chars, to - CUT, to));
    }
  }

  private void findConcepts(char[] chars) {
    conceptWords = 0;
    for (int i = 1; i < words.count() - 1 && conceptWords < MOST_CONCEPTS; i++) {
      int found = conceptsOf(chars, i);
      if (found != 0) {
        conceptWord[conceptWords] = i;
        conceptsOf[conceptWords++] = found;
      }
    }
  }

  private int conceptsOf(char[] chars, int word) {
    int hash = words.hash(word);
    int slot = (hash ^ hash >>> 15) & (MEMORY - 1);
    if (rememberedHash[slot] != hash) {
      remembered[slot] = concepts.of(chars, words.from(word), words.to(word), hash);
      rememberedHash[slot] = hash;
    }
    return remembered[slot];
  }

  private void conceptsInOrder() {
    for (int i = 0; i < conceptWords; i++) {
      for (int a = conceptsOf[i]; a != 0; a >>>= 16) {
        take(7, conceptWord[i], conceptWord[i], a & 0xffff);
        for (int k = 1; k <= FARTHEST_CONCEPT && i + k < conceptWords; k++) {
          for (int b = conceptsOf[i + k]; b != 0; b >>>= 16) {
            int kind = k == 1 ? 8 : 9;
            take(kind, conceptWord[i], conceptWord[i + k], ((a & 0xffff) << 16) | (b & 0xffff));
          }
        }
      }
    }
  }

  /** Each two kinds of concepts that the sentence has, once, wherever they stand. */
  private void conceptsAnywhere() {
    long there = 0;
    for (int i = 0; i < conceptWords; i++) {
      for (int a = conceptsOf[i]; a != 0; a >>>= 16) {
        there |= 1L << (a & 63);
      }
    }
    int whole = words.count() - 1;
    for (long a = there; a != 0; a &= a - 1) {
      int first = Long.numberOfTrailingZeros(a);
      for (long b = a & (a - 1); b != 0; b &= b - 1) {
        take(10, whole, whole, (first << 16) | Long.numberOfTrailingZeros(b));
      }
    }
  }

  private void take(int kind, int first, int last, int value) {
    int mixed = (value ^ (kind * 0x9e3779b9)) * 0x85ebca6b;
    mixed ^= mixed >>> 15;
    mixed *= 0xc2b2ae35;
    if (count == bucket.length) {
      bucket = Arrays.copyOf(bucket, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    bucket[count] = (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
    from[count] = words.from(first);
    to[count++] = words.to(last);
  }
}
