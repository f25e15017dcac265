package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Weighed;
import java.util.List;

/**
 * Coefficients that ask only how many raters put each unit into each category, in the form that
 * Gwet 2014 gives all of them: units with two or more ratings say how far raters agree, all that
 * were rated say how often each category is used. The standard errors are his linearisations.
 */
abstract sealed class CountedAgreement implements ChanceCorrected
    permits GwetAc, FleissKappa, BrennanPrediger {
  /** How far two answers that differ agree. */
  abstract Weighting weighting();

  /**
   * Agreement by chance.
   *
   * @param shares of each category, 1 in all
   */
  abstract double expected(double[] shares, double[][] weights);

  /** What a rating in each category adds to agreement by chance; its mean is the whole of it. */
  abstract double[] expectedOfEach(double[] shares, double[][] weights);

  @Override
  public final Weighed on(ReliabilityTable table) {
    return weighting().suits(table.scale())
        ? new On(this, table)
        : new Lacking(table.units(), Reasons.NO_ORDER);
  }

  @Override
  public final CorrectedAgreement parts(ReliabilityTable table) {
    if (!weighting().suits(table.scale())) {
      return CorrectedAgreement.lacking(Reasons.NO_ORDER);
    }
    On on = new On(this, table);
    return on.parts(on.patterns.sizes());
  }

  /** A coefficient on one table. */
  private static final class On implements Weighed {
    private final CountedAgreement coefficient;
    private final double[][] weights;
    private final Patterns patterns;
    private final List<Counted> counted;
    private final double[] agreeing;

    On(CountedAgreement coefficient, ReliabilityTable table) {
      this.coefficient = coefficient;
      this.weights = coefficient.weighting().of(table.scale());
      this.patterns = Patterns.byCategory(table);
      this.counted = patterns.rows().stream().map(Counted::of).toList();
      this.agreeing = counted.stream().mapToDouble(this::agreeing).toArray();
    }

    /** The share of pairs that agree, 0 where there is no pair. */
    private double agreeing(Counted unit) {
      double pairs = unit.ratings() * (unit.ratings() - 1.0);
      return unit.hasPairs() ? unit.pairs((a, b) -> weights[a][b]) / pairs : 0;
    }

    @Override
    public int units() {
      return patterns.units();
    }

    @Override
    public Result weighted(int[] unitWeights) {
      Sums sums = sums(patterns.weigh(unitWeights));
      if (sums.paired == 0) {
        return Reasons.NO_PAIRS;
      }
      double expected = coefficient.expected(sums.shares, weights);
      return expected >= 1
          ? Reasons.NO_VARIATION
          : new Estimate((sums.observed - expected) / (1 - expected));
    }

    CorrectedAgreement parts(long[] sizes) {
      Sums sums = sums(sizes);
      if (sums.paired == 0) {
        return CorrectedAgreement.lacking(Reasons.NO_PAIRS);
      }
      double expected = coefficient.expected(sums.shares, weights);
      if (expected >= 1) {
        return CorrectedAgreement.lacking(Reasons.NO_VARIATION);
      }
      double value = (sums.observed - expected) / (1 - expected);
      return new CorrectedAgreement(
          new Estimate(value),
          new Estimate(sums.observed),
          new Estimate(expected),
          standardError(sizes, sums, value, expected),
          sums.rated - 1.0);
    }

    private Result standardError(long[] sizes, Sums sums, double value, double expected) {
      double n = sums.rated;
      double[] ofEach = coefficient.expectedOfEach(sums.shares, weights);
      double squares = 0;
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        Counted unit = counted.get(pattern);
        if (unit.ratings() > 0) {
          double own = unit.hasPairs() ? n / sums.paired * (agreeing[pattern] - expected) : 0;
          double chance = 2 * (1 - value) * (unit.mean(ofEach) - expected);
          double apart = (own - chance) / (1 - expected) - value;
          squares += sizes[pattern] * apart * apart;
        }
      }
      return n < 2 ? Reasons.FEW_UNITS : new Estimate(Math.sqrt(squares / (n * (n - 1))));
    }

    private Sums sums(long[] sizes) {
      Sums sums = new Sums(weights.length);
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        if (sizes[pattern] > 0) {
          sums.add(counted.get(pattern), agreeing[pattern], sizes[pattern]);
        }
      }
      sums.divide();
      return sums;
    }
  }

  /** What is known of all units together. */
  private static final class Sums {
    private final double[] shares;
    private long rated;
    private long paired;
    private double observed;

    Sums(int categories) {
      shares = new double[categories];
    }

    void add(Counted unit, double agreeing, long times) {
      if (unit.ratings() > 0) {
        rated += times;
        for (int i = 0; i < unit.categories().length; i++) {
          shares[unit.categories()[i]] += times * (unit.counts()[i] / (double) unit.ratings());
        }
      }
      if (unit.hasPairs()) {
        paired += times;
        observed += times * agreeing;
      }
    }

    void divide() {
      observed /= paired;
      for (int category = 0; category < shares.length; category++) {
        shares[category] /= rated;
      }
    }
  }

  /** The sum of all weights. */
  static double total(double[][] weights) {
    double sum = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum;
  }
}
