package examen.stats.gold;

import java.util.Arrays;
import java.util.List;

/** The two steps by which the model of Dawid and Skene is fitted, and what they have reached. */
final class Expectation {
  private final int categories;
  private final List<Vote> votes;
  private final int[] votesOn;
  private final double[][] posterior;
  private final double[] prior;
  private final double[][][] error;

  Expectation(int units, int raters, int categories, List<Vote> votes) {
    this.categories = categories;
    this.votes = votes;
    this.votesOn = new int[units];
    this.posterior = new double[units][categories];
    this.prior = new double[categories];
    this.error = new double[raters][categories][categories];
    for (Vote vote : votes) {
      posterior[vote.unit()][vote.category()]++;
      votesOn[vote.unit()]++;
    }
    for (double[] shares : posterior) {
      normalise(shares);
    }
  }

  /** The rates that fit best what is believed of the units. */
  void maximise() {
    Arrays.fill(prior, 0);
    for (double[] unit : posterior) {
      add(unit, prior);
    }
    normalise(prior);
    for (double[][] rater : error) {
      for (double[] row : rater) {
        Arrays.fill(row, 0);
      }
    }
    for (Vote vote : votes) {
      for (int truth = 0; truth < categories; truth++) {
        error[vote.rater()][truth][vote.category()] += posterior[vote.unit()][truth];
      }
    }
    for (double[][] rater : error) {
      for (double[] row : rater) {
        normaliseOrUniform(row);
      }
    }
  }

  /** What the rates let believe of the units; the log-likelihood of the votes. */
  double expect() {
    for (int unit = 0; unit < posterior.length; unit++) {
      for (int truth = 0; truth < categories; truth++) {
        posterior[unit][truth] = votesOn[unit] == 0 ? 0 : Math.log(prior[truth]);
      }
    }
    double[][][] logarithms = logarithms();
    for (Vote vote : votes) {
      for (int truth = 0; truth < categories; truth++) {
        posterior[vote.unit()][truth] += logarithms[vote.rater()][truth][vote.category()];
      }
    }
    double sum = 0;
    for (int unit = 0; unit < posterior.length; unit++) {
      sum += votesOn[unit] == 0 ? 0 : exponentiate(posterior[unit]);
    }
    return sum;
  }

  private double[][][] logarithms() {
    return Arrays.stream(error)
        .map(
            rater ->
                Arrays.stream(rater)
                    .map(row -> Arrays.stream(row).map(Math::log).toArray())
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  /**
   * Makes shares of logarithms; the logarithm of their sum. The largest is never minus infinity.
   */
  private static double exponentiate(double[] logarithms) {
    double largest = Arrays.stream(logarithms).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = Math.exp(logarithms[i] - largest);
      sum += logarithms[i];
    }
    normalise(logarithms);
    return largest + Math.log(sum);
  }

  DawidSkeneFit fit(double logLikelihood, int steps, DawidSkeneFit.End end) {
    return new DawidSkeneFit(
        posterior, prior, error, votesOn, new DawidSkeneFit.Course(logLikelihood, steps, end));
  }

  private static void add(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private static void normalise(double[] numbers) {
    double sum = Arrays.stream(numbers).sum();
    for (int i = 0; i < numbers.length && sum > 0; i++) {
      numbers[i] /= sum;
    }
  }

  /** A rater who never met the true category may say anything. */
  private static void normaliseOrUniform(double[] row) {
    if (Arrays.stream(row).sum() == 0) {
      Arrays.fill(row, 1);
    }
    normalise(row);
  }
}
