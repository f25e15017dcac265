package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A simple random sample from each of several strata, or from all as one stratum, without
 * replacement (Cochran 1977, chapter 5). A stratum of which nothing was drawn leaves the population
 * unidentified; one of which a single item of several was drawn leaves no variance.
 */
public final class StratifiedSample implements SurveySample {
  private final List<Stratum> strata;
  private final int[] stratumOf;
  private final long[] drawn;

  private StratifiedSample(List<Stratum> strata, int[] stratumOf) {
    this.strata = strata;
    this.stratumOf = stratumOf;
    this.drawn = new long[strata.size()];
    for (int stratum : stratumOf) {
      drawn[stratum]++;
    }
    for (int h = 0; h < drawn.length; h++) {
      if (drawn[h] > strata.get(h).population()) {
        throw new IllegalArgumentException(
            drawn[h] + " drawn of " + strata.get(h).population() + " in a stratum");
      }
    }
  }

  /**
   * @param stratumOf for each unit of the sample the place of its stratum, from 0
   * @throws IllegalArgumentException when more were drawn of a stratum than it has
   */
  public static StratifiedSample of(List<Stratum> strata, int[] stratumOf) {
    return new StratifiedSample(List.copyOf(strata), stratumOf.clone());
  }

  /** So many drawn from all. */
  public static StratifiedSample simple(long population, int sampled) {
    return of(List.of(new Stratum("all", population)), new int[sampled]);
  }

  @Override
  public int size() {
    return stratumOf.length;
  }

  @Override
  public double weight(int unit) {
    int h = stratumOf[unit];
    return (double) strata.get(h).population() / drawn[h];
  }

  @Override
  public Optional<Undefined> unidentified() {
    for (int h = 0; h < drawn.length; h++) {
      if (drawn[h] == 0 && strata.get(h).population() > 0) {
        return Optional.of(
            new Undefined("nothing was drawn of stratum \"" + strata.get(h).name() + "\""));
      }
    }
    return size() == 0 ? Optional.of(new Undefined("the population is empty")) : Optional.empty();
  }

  @Override
  public Result varianceOfSum(double[] values) {
    double[] means = means(values);
    double[] squares = new double[drawn.length];
    for (int unit = 0; unit < values.length; unit++) {
      double away = values[unit] - means[stratumOf[unit]];
      squares[stratumOf[unit]] += away * away;
    }
    double variance = 0;
    for (int h = 0; h < drawn.length; h++) {
      long all = strata.get(h).population();
      if (drawn[h] == 1 && all > 1) {
        return new Undefined("one item only was drawn of stratum \"" + strata.get(h).name() + "\"");
      }
      if (drawn[h] < all) {
        variance += (double) all / drawn[h] * (all - drawn[h]) * squares[h] / (drawn[h] - 1);
      }
    }
    return new Estimate(variance);
  }

  /** A stratum with one unit stays as it is. */
  @Override
  public double[] redrawn(UniformRandomProvider random) {
    int[][] members = members();
    double[] weights = new double[size()];
    for (int h = 0; h < members.length; h++) {
      int n = members[h].length;
      double spread = n < 2 ? 0 : Math.sqrt(1 - (double) n / strata.get(h).population());
      for (int unit : members[h]) {
        weights[unit] += weight(unit) * (1 - spread);
      }
      for (int i = 0; i < n - 1; i++) {
        int unit = members[h][random.nextInt(n)];
        weights[unit] += weight(unit) * spread * n / (n - 1);
      }
    }
    return weights;
  }

  private int[][] members() {
    int[][] members = new int[drawn.length][];
    Arrays.setAll(members, h -> new int[(int) drawn[h]]);
    int[] next = new int[drawn.length];
    for (int unit = 0; unit < stratumOf.length; unit++) {
      int h = stratumOf[unit];
      members[h][next[h]++] = unit;
    }
    return members;
  }

  @Override
  public boolean isWhole() {
    for (int h = 0; h < drawn.length; h++) {
      if (drawn[h] < strata.get(h).population()) {
        return false;
      }
    }
    return true;
  }

  private double[] means(double[] values) {
    double[] means = new double[drawn.length];
    for (int unit = 0; unit < values.length; unit++) {
      means[stratumOf[unit]] += values[unit] / drawn[stratumOf[unit]];
    }
    return means;
  }
}
