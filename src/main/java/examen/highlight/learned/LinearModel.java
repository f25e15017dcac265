package examen.highlight.learned;

import java.util.Arrays;
import java.util.List;

/**
 * For each of a few questions, how far each feature of a sentence speaks for yes: logistic
 * regression over {@link Features}. Immutable; the weights are kept in steps of 1/64, between -2
 * and 2, so that they stay near the processor.
 */
public final class LinearModel {
  /** What a weight of 1 adds. */
  public static final float STEP = 1 / 64f;

  private static final int BITS = 16;
  private static final int IN_LANE = Long.SIZE / BITS;
  private static final long MASK = (1 << BITS) - 1;
  private static final int OFFSET = 128;

  /** So many weights are added before a lane could run over. */
  private static final int MOST_ADDED = 256;

  private final Concepts concepts;
  private final List<String> questions;
  private final float[] bias;

  /**
   * The weights of each bucket that has any, side by side, so that one addition adds four of them:
   * each as a number from 0, {@link #OFFSET} more than it is, in 16 bits.
   */
  private final long[] packed;

  private final int lanesOfBucket;

  /** Which buckets have a weight: small enough to stay near the processor. */
  private final long[] there;

  /** How many buckets with weights come before those of each word of {@link #there}. */
  private final int[] before;

  /**
   * @param questions what is asked
   * @param bias what speaks for yes in any sentence, for each question
   * @param weights in steps of {@link #STEP}; of bucket {@code b} for question {@code q} at {@code
   *     b * questions + q}
   */
  public LinearModel(Concepts concepts, List<String> questions, float[] bias, byte[] weights) {
    this.concepts = concepts;
    this.questions = List.copyOf(questions);
    this.bias = bias.clone();
    this.lanesOfBucket = (questions.size() + IN_LANE - 1) / IN_LANE;
    int words = Features.BUCKETS / Long.SIZE;
    this.there = new long[words];
    this.before = new int[words];
    this.packed = packed(weights);
  }

  private long[] packed(byte[] weights) {
    long[] all = new long[Features.BUCKETS * lanesOfBucket];
    int count = 0;
    for (int bucket = 0; bucket < Features.BUCKETS; bucket++) {
      if (bucket % Long.SIZE == 0) {
        before[bucket / Long.SIZE] = count;
      }
      if (speaks(weights, bucket)) {
        there[bucket / Long.SIZE] |= 1L << bucket;
        for (int q = 0; q < questions.size(); q++) {
          long weight = (long) weights[bucket * questions.size() + q] + OFFSET;
          all[count * lanesOfBucket + q / IN_LANE] |= weight << shift(q);
        }
        count++;
      }
    }
    return Arrays.copyOf(all, count * lanesOfBucket);
  }

  private boolean speaks(byte[] weights, int bucket) {
    for (int q = 0; q < questions.size(); q++) {
      if (weights[bucket * questions.size() + q] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the weights of this bucket are, or -1 where it has none. */
  private int place(int bucket) {
    long word = there[bucket >>> 6];
    long bit = 1L << bucket;
    return (word & bit) == 0
        ? -1
        : (before[bucket >>> 6] + Long.bitCount(word & (bit - 1))) * lanesOfBucket;
  }

  /** Names of what is asked, in the order of every array that goes with this model. */
  public List<String> questions() {
    return questions;
  }

  /** Adds up the weights of sentences. Not thread-safe. */
  public final class Scorer {
    private final Features features = new Features(concepts);
    private final long[] lanes = new long[lanesOfBucket];
    private final int[] sums = new int[questions.size()];

    /**
     * How likely yes is for each question, each between 0 and 1.
     *
     * @param chars a normalised sentence, of which the first {@code length} count
     */
    public void score(char[] chars, int length, float[] into) {
      logOdds(chars, length, into, 0);
      for (int q = 0; q < sums.length; q++) {
        into[q] = likelihood(into[q]);
      }
    }

    /**
     * The logarithm of the odds for yes, for each question, from {@code at} on.
     *
     * @param chars a normalised sentence, of which the first {@code length} count
     */
    public void logOdds(char[] chars, int length, float[] into, int at) {
      Arrays.fill(sums, 0);
      int count = features.find(chars, length);
      for (int from = 0; from < count; from += MOST_ADDED) {
        add(from, Math.min(count, from + MOST_ADDED));
      }
      for (int q = 0; q < sums.length; q++) {
        into[at + q] = bias[q] + sums[q] * STEP;
      }
    }

    private void add(int from, int to) {
      Arrays.fill(lanes, 0);
      int added = 0;
      for (int i = from; i < to; i++) {
        int at = place(features.bucket(i));
        if (at < 0) {
          continue;
        }
        added++;
        for (int lane = 0; lane < lanesOfBucket; lane++) {
          lanes[lane] += packed[at + lane];
        }
      }
      int offset = added * OFFSET;
      for (int q = 0; q < sums.length; q++) {
        sums[q] += (int) ((lanes[q / IN_LANE] >>> shift(q)) & MASK) - offset;
      }
    }

    /**
     * The words that speak most for yes, as a range of the sentence, {@code from << 32 | to}; empty
     * where none does.
     */
    public long strongest(char[] chars, int length, int question) {
      int count = features.find(chars, length);
      int best = 0;
      long where = 0;
      for (int i = 0; i < count; i++) {
        int weight = weight(features.bucket(i), question);
        if (weight > best && features.to(i) > features.from(i)) {
          best = weight;
          where = ((long) features.from(i) << 32) | features.to(i);
        }
      }
      return where;
    }
  }

  /** The likelihood, between 0 and 1, that has these log odds. */
  public static float likelihood(float logOdds) {
    return (float) (1 / (1 + Math.exp(-logOdds)));
  }

  /** One for each thread. */
  public Scorer scorer() {
    return new Scorer();
  }

  public Concepts concepts() {
    return concepts;
  }

  /** Whether this bucket speaks for or against anything. */
  public boolean hasWeight(int bucket) {
    return place(bucket) >= 0;
  }

  public float bias(int question) {
    return bias[question];
  }

  /** In steps of {@link #STEP}. */
  public byte weight(int bucket, int question) {
    int at = place(bucket);
    if (at < 0) {
      return 0;
    }
    long lane = packed[at + question / IN_LANE];
    return (byte) (((lane >>> shift(question)) & MASK) - OFFSET);
  }

  private static int shift(int question) {
    return question % IN_LANE * BITS;
  }
}
