package examen.transcript;

import java.util.Arrays;

/**
 * Short runs of a quote's signs. Where many of them stand in a text, one behind the other as in the
 * quote, the quote may stand there with some signs changed.
 */
final class Seeds {
  private static final int FACTOR = 0x01000193;

  private final int length;
  private final int quoteLength;
  private final int lead;
  private final int mask;
  private final int[] hashes;
  private final int[] offsets;

  Seeds(String quote) {
    length = quote.length() < 80 ? 4 : 8;
    quoteLength = quote.length();
    lead = power(length - 1);
    int size = Integer.highestOneBit(Math.max(64, 4 * quote.length()));
    mask = size - 1;
    hashes = new int[size];
    offsets = new int[size];
    Arrays.fill(offsets, -1);
    int hash = 0;
    for (int i = 0; i < quote.length(); i++) {
      hash = i < length ? hash * FACTOR + quote.charAt(i) : roll(hash, quote, i);
      if (i >= length - 1) {
        put(hash, i - length + 1);
      }
    }
  }

  /**
   * Where in the text the quote may begin.
   *
   * @param start about where; may be before the text
   * @param seeds how many seeds say so
   */
  record Guess(int start, int seeds) {}

  /** The place of a text for which most seeds speak. */
  Guess best(String text) {
    int width = Math.max(8, quoteLength / 8);
    int[] votes = new int[(text.length() + quoteLength) / width + 2];
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = i < length ? hash * FACTOR + text.charAt(i) : roll(hash, text, i);
      int offset = i < length - 1 ? -1 : find(hash);
      if (offset >= 0) {
        votes[(i - length + 1 - offset + quoteLength) / width]++;
      }
    }
    int best = 0;
    for (int i = 0; i + 1 < votes.length; i++) {
      // A few signs more or less move the rest of the quote over to the next.
      best = votes[i] + votes[i + 1] > votes[best] + votes[best + 1] ? i : best;
    }
    return new Guess(best * width - quoteLength, votes[best] + votes[best + 1]);
  }

  private int roll(int hash, String text, int i) {
    return (hash - text.charAt(i - length) * lead) * FACTOR + text.charAt(i);
  }

  private static int power(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }

  /** The first place of a seed that stands more than once in the quote. */
  private void put(int hash, int offset) {
    int at = slot(hash);
    if (offsets[at] < 0) {
      hashes[at] = hash;
      offsets[at] = offset;
    }
  }

  private int find(int hash) {
    return offsets[slot(hash)];
  }

  /** Where this hash is, or the free place where it would be. */
  private int slot(int hash) {
    int at = (hash ^ (hash >>> 15)) & mask;
    while (offsets[at] >= 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
