package examen.stats.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two steps by which the model of Dawid and Skene is fitted, and what they have reached. Of
 * units with the same votes the same is believed, so they are reckoned with once: of thousands of
 * units there are a few kinds.
 */
final class Expectation {
  private final int categories;

  /** Of each unit, which kind it is. */
  private final int[] kinds;

  /** How many units there are of each kind. */
  private final int[] many;

  /** Of each kind; the unit of a vote is the kind. */
  private final List<Vote> votes = new ArrayList<>();

  private final int[] votesOn;
  private final double[][] posterior;
  private final double[] prior;
  private final double[][][] error;

  Expectation(int units, int raters, int categories, List<Vote> votes) {
    this.categories = categories;
    this.kinds = new int[units];
    this.many = new int[sort(units, votes)];
    for (int kind : kinds) {
      many[kind]++;
    }
    this.votesOn = new int[many.length];
    this.posterior = new double[many.length][categories];
    this.prior = new double[categories];
    this.error = new double[raters][categories][categories];
    for (Vote vote : this.votes) {
      posterior[vote.unit()][vote.category()]++;
      votesOn[vote.unit()]++;
    }
    for (double[] shares : posterior) {
      normalise(shares);
    }
  }

  /** Finds which units have the same votes, in whatever order; how many kinds there are. */
  private int sort(int units, List<Vote> given) {
    List<List<Vote>> byUnit = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      byUnit.add(new ArrayList<>());
    }
    given.forEach(vote -> byUnit.get(vote.unit()).add(new Vote(0, vote.rater(), vote.category())));
    Map<List<Vote>, Integer> known = new HashMap<>();
    for (int unit = 0; unit < units; unit++) {
      List<Vote> said = byUnit.get(unit);
      said.sort(Comparator.comparingInt(Vote::rater).thenComparingInt(Vote::category));
      int next = known.size();
      Integer kind = known.putIfAbsent(said, next);
      kinds[unit] = kind == null ? next : kind;
      if (kind == null) {
        said.forEach(vote -> votes.add(new Vote(next, vote.rater(), vote.category())));
      }
    }
    return known.size();
  }

  /** The rates that fit best what is believed of the units. */
  void maximise() {
    Arrays.fill(prior, 0);
    for (int kind = 0; kind < posterior.length; kind++) {
      for (int truth = 0; truth < categories; truth++) {
        prior[truth] += many[kind] * posterior[kind][truth];
      }
    }
    normalise(prior);
    for (double[][] rater : error) {
      for (double[] row : rater) {
        Arrays.fill(row, 0);
      }
    }
    for (Vote vote : votes) {
      for (int truth = 0; truth < categories; truth++) {
        error[vote.rater()][truth][vote.category()] +=
            many[vote.unit()] * posterior[vote.unit()][truth];
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
    for (int kind = 0; kind < posterior.length; kind++) {
      for (int truth = 0; truth < categories; truth++) {
        posterior[kind][truth] = votesOn[kind] == 0 ? 0 : Math.log(prior[truth]);
      }
    }
    double[][][] logarithms = logarithms();
    for (Vote vote : votes) {
      for (int truth = 0; truth < categories; truth++) {
        posterior[vote.unit()][truth] += logarithms[vote.rater()][truth][vote.category()];
      }
    }
    double sum = 0;
    for (int kind = 0; kind < posterior.length; kind++) {
      sum += votesOn[kind] == 0 ? 0 : many[kind] * exponentiate(posterior[kind]);
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
        Arrays.stream(kinds).mapToObj(kind -> posterior[kind].clone()).toArray(double[][]::new),
        prior,
        error,
        Arrays.stream(kinds).map(kind -> votesOn[kind]).toArray(),
        new DawidSkeneFit.Course(logLikelihood, steps, end));
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
