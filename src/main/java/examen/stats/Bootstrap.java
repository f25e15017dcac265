package examen.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws units, or clusters of units, again and again with replacement, never single ratings (Efron
 * and Tibshirani 1993). The same seed gives the same replicates on every machine.
 *
 * @param replicates how many, at least 1; at least 2,000 for an interval that is published
 * @param seed of the generator {@link #GENERATOR}
 * @param confidence between 0 and 1
 */
public record Bootstrap(int replicates, long seed, double confidence) {
  /** Told beside every interval, so that another program can draw the same. */
  public static final String GENERATOR = "XO_SHI_RO_256_PP (commons-rng)";

  /** Where more replicates than this share are undefined, there is no interval. */
  public static final double UNDEFINED_AT_MOST = 0.05;

  /** 2,000 replicates, 95 %. */
  public static Bootstrap seeded(long seed) {
    return new Bootstrap(2000, seed, 0.95);
  }

  /** The replicates of a number, the undefined ones left out and counted. */
  public Replicates replicates(Weighed number, Clusters clusters) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[] drawn = new int[clusters.count()];
    int[] weights = new int[clusters.units()];
    double[] values = new double[replicates];
    int defined = 0;
    for (int i = 0; i < replicates; i++) {
      draw(random, drawn);
      clusters.weigh(drawn, weights);
      double value = number.weighted(weights).orNaN();
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    return new Replicates(Arrays.copyOf(values, defined), replicates - defined);
  }

  /** The percentile interval, or why there is none. */
  public Bounds interval(Weighed number, Clusters clusters) {
    if (clusters.count() < 2) {
      return new Undefined("nothing to draw from: fewer than two units");
    }
    return replicates(number, clusters).percentile(confidence);
  }

  private static void draw(UniformRandomProvider random, int[] drawn) {
    Arrays.fill(drawn, 0);
    for (int i = 0; i < drawn.length; i++) {
      drawn[random.nextInt(drawn.length)]++;
    }
  }
}
