package examen.highlight.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link LinearModel} by stochastic gradient descent with a rate of its own for each
 * weight (Duchi, Hazan and Singer 2011, "Adaptive subgradient methods") and a penalty on the
 * squares of the weights. The same examples in the same order give the same model. Not thread-safe.
 */
public final class Trainer {
  /**
   * How to learn.
   *
   * @param epochs how often each example is looked at
   * @param rate of the first step
   * @param penalty on the square of each weight, for each example
   * @param fewest a feature of fewer examples than this is passed over
   */
  public record Settings(int epochs, float rate, float penalty, int fewest) {
    /** What served best on sentences that were held back. */
    public static final Settings DEFAULT = new Settings(60, 0.05f, 1e-4f, 2);
  }

  private static final double SMALLEST = 1e-6;
  private static final int SEED = 1;

  /** Of a bucket's greatest weight, in steps of the model. */
  private static final int LEAST_STEPS = 8;

  private final Concepts concepts;
  private final List<String> questions;
  private final Settings settings;
  private final Features features;
  private final List<Example> examples = new ArrayList<>();
  private final int[] seen = new int[Features.BUCKETS];

  /** The features of one sentence, and what is true of it. */
  private static final class Example {
    private final int[] buckets;
    private final boolean[] answers;

    Example(int[] buckets, boolean[] answers) {
      this.buckets = buckets;
      this.answers = answers;
    }
  }

  public Trainer(Concepts concepts, List<String> questions, Settings settings) {
    this.concepts = concepts;
    this.features = new Features(concepts);
    this.questions = List.copyOf(questions);
    this.settings = settings;
  }

  /**
   * Adds an example.
   *
   * @param chars a normalised sentence, of which the first {@code length} count
   * @param answers one for each question
   */
  public void add(char[] chars, int length, boolean[] answers) {
    int[] own = new int[features.find(chars, length)];
    Arrays.setAll(own, features::bucket);
    Arrays.stream(own).distinct().forEach(bucket -> seen[bucket]++);
    examples.add(new Example(own, answers.clone()));
  }

  /** The model of all examples so far. */
  public LinearModel train() {
    Descent descent = new Descent();
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int i : order) {
        descent.learn(i);
      }
    }
    return new LinearModel(concepts, questions, descent.bias, quantised(descent.weights));
  }

  /** The weights on their way down. */
  private final class Descent {
    private final int width = questions.size();
    private final float[] weights = new float[Features.BUCKETS * width];
    private final float[] squares = new float[Features.BUCKETS * width];
    private final float[] bias = new float[width];
    private final float[] biasSquares = new float[width];
    private final List<int[]> kept =
        examples.stream().map(example -> frequent(example.buckets)).toList();

    void learn(int i) {
      Example example = examples.get(i);
      for (int q = 0; q < width; q++) {
        double sum = bias[q];
        for (int bucket : kept.get(i)) {
          sum += weights[bucket * width + q];
        }
        double error = 1 / (1 + Math.exp(-sum)) - (example.answers[q] ? 1 : 0);
        step(i, q, (float) error);
      }
    }

    private void step(int i, int q, float gradient) {
      biasSquares[q] += gradient * gradient;
      bias[q] -= step(gradient, biasSquares[q]);
      for (int bucket : kept.get(i)) {
        int at = bucket * width + q;
        float pull = settings.penalty() * examples.size() * weights[at] / seen[bucket];
        float slope = gradient + pull;
        squares[at] += slope * slope;
        weights[at] -= step(slope, squares[at]);
      }
    }

    private float step(float gradient, float sumOfSquares) {
      return (float) (settings.rate() * gradient / (Math.sqrt(sumOfSquares) + SMALLEST));
    }

    private int[] frequent(int[] own) {
      return Arrays.stream(own).filter(bucket -> seen[bucket] >= settings.fewest()).toArray();
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[k];
      order[k] = held;
    }
  }

  private static byte[] quantised(float[] weights) {
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      int steps = Math.round(weights[i] / LinearModel.STEP);
      bytes[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps));
    }
    forget(bytes, weights.length / Features.BUCKETS);
    return bytes;
  }

  /** A bucket that says next to nothing is left out, so that most need not be looked at. */
  private static void forget(byte[] bytes, int width) {
    for (int from = 0; from < bytes.length; from += width) {
      int most = 0;
      for (int i = from; i < from + width; i++) {
        most = Math.max(most, Math.abs(bytes[i]));
      }
      if (most < LEAST_STEPS) {
        Arrays.fill(bytes, from, from + width, (byte) 0);
      }
    }
  }
}
