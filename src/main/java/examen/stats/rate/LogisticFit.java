package examen.stats.rate;

import examen.stats.Estimate;
import java.util.List;

/** Climbs to the greatest likelihood of a {@link LogisticLine} by Newton's steps. */
final class LogisticFit {
  private static final int STEPS = 100;
  private static final double CLOSE = 1e-13;

  private final List<Proportion> rates;
  private final double mean;
  private final double scale;

  /** From -1 to 1, so that steps of training do not spoil the sums. */
  private final double[] scores;

  LogisticFit(Trend trend) {
    this.rates = trend.rates();
    this.mean = trend.mean();
    double farthest = 0;
    for (int i = 0; i < rates.size(); i++) {
      double away = rates.get(i).total() == 0 ? 0 : Math.abs(trend.scores().get(i) - mean);
      farthest = Math.max(farthest, away);
    }
    this.scale = farthest == 0 ? 1 : farthest;
    this.scores = trend.scores().stream().mapToDouble(s -> (s - mean) / scale).toArray();
  }

  LogisticLine line() {
    return isParted()
        ? LogisticLine.undefined(
            "all outcomes or all scores are the same, or a score parts the outcomes")
        : unscaled(climb());
  }

  /** Whether all that happened lies to one side of all that did not, or at one score with it. */
  private boolean isParted() {
    double[] yes = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    double[] no = yes.clone();
    for (int i = 0; i < scores.length; i++) {
      widen(yes, scores[i], rates.get(i).count());
      widen(no, scores[i], rates.get(i).rest());
    }
    return yes[1] <= no[0] || no[1] <= yes[0];
  }

  private static void widen(double[] range, double score, long items) {
    if (items > 0) {
      range[0] = Math.min(range[0], score);
      range[1] = Math.max(range[1], score);
    }
  }

  /** Intercept and slope of the scaled scores; steps that lose likelihood are halved. */
  private double[] climb() {
    double[] at = {0, 0};
    for (int step = 0; step < STEPS; step++) {
      double[] move = move(at);
      double before = likelihood(at);
      double[] next = {at[0] + move[0], at[1] + move[1]};
      for (int half = 0; half < STEPS && likelihood(next) < before; half++) {
        next = new double[] {(at[0] + next[0]) / 2, (at[1] + next[1]) / 2};
      }
      at = next;
      if (Math.abs(move[0]) + Math.abs(move[1]) < CLOSE) {
        break;
      }
    }
    return at;
  }

  private LogisticLine unscaled(double[] at) {
    double[] h = information(at);
    double determinant = h[0] * h[2] - h[1] * h[1];
    double slope = at[1] / scale;
    return new LogisticLine(
        new Estimate(slope),
        new Estimate(Math.sqrt(h[0] / determinant) / scale),
        new Estimate(at[0] - slope * mean));
  }

  private double[] move(double[] at) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      Proportion rate = rates.get(i);
      double left = rate.count() - rate.total() * p(at, i);
      first += left;
      second += left * scores[i];
    }
    double[] h = information(at);
    double determinant = h[0] * h[2] - h[1] * h[1];
    return new double[] {
      (h[2] * first - h[1] * second) / determinant, (h[0] * second - h[1] * first) / determinant
    };
  }

  private double[] information(double[] at) {
    double[] sums = new double[3];
    for (int i = 0; i < scores.length; i++) {
      double p = p(at, i);
      double weight = rates.get(i).total() * p * (1 - p);
      sums[0] += weight;
      sums[1] += weight * scores[i];
      sums[2] += weight * scores[i] * scores[i];
    }
    return sums;
  }

  private double likelihood(double[] at) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double logit = at[0] + at[1] * scores[i];
      sum -= rates.get(i).count() * softplus(-logit) + rates.get(i).rest() * softplus(logit);
    }
    return sum;
  }

  private double p(double[] at, int i) {
    return 1 / (1 + Math.exp(-at[0] - at[1] * scores[i]));
  }

  private static double softplus(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
