package examen.stats.rate;

import java.util.function.DoubleUnaryOperator;

/**
 * How likely each number of events in the first group is when the margins are fixed, of one table
 * or of the sum over several: weights on a logarithm, the largest of them 0 in each table. The
 * weights rise to one place and fall from there, also when they are tilted by an odds ratio.
 */
final class ConditionalCounts {
  /** Weights that are smaller than the largest by this, on the logarithm, add nothing. */
  private static final double NOTHING = 50;

  private final long least;
  private final double[] logWeights;

  private ConditionalCounts(long least, double[] logWeights) {
    this.least = least;
    this.logWeights = logWeights;
  }

  /** How many numbers are possible in this table. */
  static long possible(TwoRates table) {
    return most(table) - least(table) + 1;
  }

  static ConditionalCounts of(TwoRates table) {
    long least = least(table);
    double[] logs = new double[(int) possible(table)];
    double share = (table.events() + 1.0) / (table.total() + 2.0);
    long likeliest = (long) Math.floor((table.first().total() + 1) * share);
    int mode = Math.clamp(likeliest - least, 0, logs.length - 1);
    for (int i = mode; i + 1 < logs.length; i++) {
      logs[i + 1] = logs[i] + step(table, least + i);
    }
    for (int i = mode; i > 0; i--) {
      logs[i - 1] = logs[i] - step(table, least + i - 1);
    }
    return new ConditionalCounts(least, logs);
  }

  /** The sum of two independent numbers. */
  ConditionalCounts plus(ConditionalCounts other) {
    if (logWeights.length == 1 || other.logWeights.length == 1) {
      // The weight of a single number is 0 on the logarithm.
      double[] wider = logWeights.length == 1 ? other.logWeights : logWeights;
      return new ConditionalCounts(least + other.least, wider);
    }
    double[] sum = new double[logWeights.length + other.logWeights.length - 1];
    for (int i = 0; i < sum.length; i++) {
      int from = Math.max(0, i - other.logWeights.length + 1);
      int to = Math.min(i, logWeights.length - 1);
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = from; j <= to; j++) {
        largest = Math.max(largest, logWeights[j] + other.logWeights[i - j]);
      }
      double total = 0;
      for (int j = from; j <= to; j++) {
        total += Math.exp(logWeights[j] + other.logWeights[i - j] - largest);
      }
      sum[i] = largest + Math.log(total);
    }
    return new ConditionalCounts(least + other.least, sum);
  }

  int size() {
    return logWeights.length;
  }

  long least() {
    return least;
  }

  long most() {
    return least + logWeights.length - 1;
  }

  /**
   * The probability, without any tilt, of the numbers whose weight passes.
   *
   * @param share of a weight on the logarithm, less that of {@code seen}: how much of it counts
   */
  double probability(long seen, DoubleUnaryOperator share) {
    double top = logWeights[peak(0)];
    double own = logWeights[(int) (seen - least)];
    double sum = 0;
    double all = 0;
    for (double logWeight : logWeights) {
      double weight = Math.exp(logWeight - top);
      all += weight;
      sum += weight * share.applyAsDouble(logWeight - own);
    }
    return Math.min(1, sum / all);
  }

  /** The probability of {@code seen} or more at this odds ratio. */
  double atLeast(long seen, double logOdds) {
    return tilted(logOdds, seen)[0];
  }

  /** The probability of {@code seen} or fewer at this odds ratio. */
  double atMost(long seen, double logOdds) {
    return tilted(logOdds, seen)[1];
  }

  /** The mean number at this odds ratio. */
  double mean(double logOdds) {
    return tilted(logOdds, least)[2];
  }

  /** Beyond this, to both sides, the odds ratio leaves one number only. */
  double farthestLogOdds() {
    int last = logWeights.length - 1;
    double steepest = Math.max(Math.abs(rise(0)), Math.abs(rise(last - 1)));
    return steepest + NOTHING;
  }

  private double[] tilted(double logOdds, long seen) {
    int peak = peak(logOdds);
    double all = 0;
    double above = 0;
    double below = 0;
    double moment = 0;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = side < 0 ? peak : peak + 1; i >= 0 && i < logWeights.length; i += side) {
        double log = logWeights[i] - logWeights[peak] + (i - peak) * logOdds;
        if (log < -NOTHING) {
          break;
        }
        double weight = Math.exp(log);
        all += weight;
        above += least + i >= seen ? weight : 0;
        below += least + i <= seen ? weight : 0;
        moment += weight * (i - peak);
      }
    }
    return new double[] {above / all, below / all, least + peak + moment / all};
  }

  /** Where the tilted weights are largest. */
  private int peak(double logOdds) {
    int low = 0;
    int high = logWeights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rise(middle) + logOdds > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double rise(int i) {
    return logWeights[i + 1] - logWeights[i];
  }

  private static double step(TwoRates table, long count) {
    double others = table.events() - count;
    double up = (table.first().total() - count) * others;
    double down = (count + 1.0) * (table.second().total() - others + 1);
    return Math.log(up / down);
  }

  private static long least(TwoRates table) {
    return Math.max(0, table.events() - table.second().total());
  }

  private static long most(TwoRates table) {
    return Math.min(table.first().total(), table.events());
  }
}
