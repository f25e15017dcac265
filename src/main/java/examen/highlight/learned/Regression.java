package examen.highlight.learned;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression with a penalty on the squares of the weights, by dual coordinate descent (Yu,
 * Huang and Lin 2011, "Dual coordinate descent methods for logistic regression and maximum entropy
 * models"). There is no rate to choose, and the same rows in the same order give the same weights.
 */
final class Regression {
  private static final int ROUNDS = 30;
  private static final int SEED = 1;
  private static final double CLOSE = 1e-3;
  private static final int HALVINGS = 30;

  /** Beyond these log-odds, likelihoods are 0 and 1 to six digits. */
  private static final double FARTHEST = 15;

  private Regression() {}

  /** One observation. */
  static final class Row {
    private final int[] at;
    private final float[] values;
    private final double offset;
    private final int sign;
    private final double count;

    /**
     * @param at which weights it has, each once
     * @param values of these, in the same order
     * @param offset log-odds that it has whatever the weights are
     * @param sign 1 for yes, -1 for no
     * @param count how often it was observed, above 0
     */
    Row(int[] at, float[] values, double offset, int sign, double count) {
      this.at = at;
      this.values = values;
      this.offset = offset;
      this.sign = sign;
      this.count = count;
    }

    double odds(float[] weights) {
      double sum = offset;
      for (int i = 0; i < at.length; i++) {
        sum += weights[at[i]] * values[i];
      }
      return sum;
    }

    private double square() {
      double sum = 0;
      for (float value : values) {
        sum += value * value;
      }
      return sum;
    }
  }

  /**
   * The weights that make what was observed likely.
   *
   * @param size how many weights there are
   * @param trust how much one observation counts against the penalty, above 0
   */
  static float[] weights(List<Row> rows, int size, double trust) {
    float[] weights = new float[size];
    double[] pull = new double[rows.size()];
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      double most = 0;
      for (int i : order) {
        most = Math.max(most, Math.abs(step(rows.get(i), weights, pull, i, trust)));
      }
      if (most < CLOSE) {
        break;
      }
    }
    return weights;
  }

  /** Sets how far one row pulls at the weights to what is best as the others stand. */
  private static double step(Row row, float[] weights, double[] pull, int i, double trust) {
    double limit = trust * row.count;
    double margin = row.sign * row.odds(weights);
    double square = row.square();
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      double excess = middle + margin + square * (limit * likelihood(middle) - pull[i]);
      if (excess > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double then = limit * likelihood((low + high) / 2);
    double change = then - pull[i];
    for (int k = 0; k < row.at.length; k++) {
      weights[row.at[k]] += (float) (row.sign * change * row.values[k]);
    }
    pull[i] = then;
    return change;
  }

  static double likelihood(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[k];
      order[k] = held;
    }
  }
}
