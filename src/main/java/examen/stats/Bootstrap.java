package examen.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws units, or clusters of units, again and again with replacement, never single ratings (Efron
 * and Tibshirani 1993). The same seed gives the same replicates on every machine. There is no
 * interval with fewer than two clusters, or where too many draws are undefined.
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

  private static final long DRAWN_AT_MOST = 20_000_000;
  private static final long FEWEST = 200;

  private static final Undefined TOO_FEW =
      new Undefined("nothing to draw from: fewer than two units");

  public Bootstrap {
    if (replicates < 1 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          replicates + " replicates with a confidence of " + confidence);
    }
  }

  /** 2,000 replicates, 95 %. */
  public static Bootstrap seeded(long seed) {
    return new Bootstrap(2000, seed, 0.95);
  }

  /**
   * The same with fewer replicates where there are many units: no more than draw twenty million of
   * them in all, and at least 200 if as many were wanted. Of so many units the interval is narrow,
   * and what fewer replicates blur of its ends is a small part of that.
   *
   * @param units how many are drawn in each replicate
   */
  public Bootstrap affordable(int units) {
    long most = Math.max(FEWEST, DRAWN_AT_MOST / Math.max(1, units));
    return new Bootstrap((int) Math.min(replicates, most), seed, confidence);
  }

  /** The replicates of a number, the undefined ones left out and counted. */
  public Replicates replicates(Weighed number, Clusters clusters) {
    return replicates(List.of(number), clusters).getFirst();
  }

  /** The replicates of several numbers of the same units, all from the same draws. */
  public List<Replicates> replicates(List<? extends Weighed> numbers, Clusters clusters) {
    numbers.forEach(number -> check(number, clusters));
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[] drawn = new int[clusters.count()];
    int[] weights = new int[clusters.units()];
    double[][] values = new double[numbers.size()][replicates];
    for (int i = 0; i < replicates; i++) {
      draw(random, drawn);
      clusters.weigh(drawn, weights);
      for (int number = 0; number < values.length; number++) {
        values[number][i] = numbers.get(number).weighted(weights).orNaN();
      }
    }
    return Arrays.stream(values).map(Bootstrap::defined).toList();
  }

  /** The percentile interval, or why there is none. */
  public Bounds interval(Weighed number, Clusters clusters) {
    return measure(List.of(number), clusters).getFirst().interval();
  }

  /** Each number with its percentile interval and standard error, all from the same draws. */
  public List<Bootstrapped> measure(List<? extends Weighed> numbers, Clusters clusters) {
    if (clusters.count() < 2) {
      return numbers.stream()
          .map(number -> new Bootstrapped(number.each(), TOO_FEW, TOO_FEW, 0, 0))
          .toList();
    }
    List<Replicates> drawn = replicates(numbers, clusters);
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> measured(numbers.get(i).each(), drawn.get(i)))
        .toList();
  }

  /**
   * The interval that is corrected for bias and acceleration (Efron 1987); it wants 5,000
   * replicates or more. Undefined also where the number is, with one unit left out.
   */
  public Bounds corrected(Weighed number, Clusters clusters) {
    if (clusters.count() < 2) {
      return TOO_FEW;
    }
    return switch (number.each()) {
      case Undefined undefined -> undefined;
      case Estimate(double value) ->
          switch (Jackknife.of(number, clusters).acceleration()) {
            case Undefined undefined -> undefined;
            case Estimate(double acceleration) -> {
              Replicates drawn = replicates(number, clusters);
              Bca correction = Bca.of(drawn, value, acceleration);
              yield drawn.corrected(correction, confidence, QuantileRule.LINEAR);
            }
          };
    };
  }

  private Bootstrapped measured(Result value, Replicates drawn) {
    Bounds interval =
        switch (value) {
          case Estimate estimate -> drawn.percentile(confidence);
          case Undefined undefined -> undefined;
        };
    return new Bootstrapped(value, interval, drawn.standardError(), replicates, drawn.undefined());
  }

  private static void check(Weighed number, Clusters clusters) {
    if (number.units() != clusters.units()) {
      throw new IllegalArgumentException(
          "a number of " + number.units() + " units with clusters of " + clusters.units());
    }
  }

  private static Replicates defined(double[] values) {
    double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return new Replicates(defined, values.length - defined.length);
  }

  private static void draw(UniformRandomProvider random, int[] drawn) {
    Arrays.fill(drawn, 0);
    for (int i = 0; i < drawn.length; i++) {
      drawn[random.nextInt(drawn.length)]++;
    }
  }
}
