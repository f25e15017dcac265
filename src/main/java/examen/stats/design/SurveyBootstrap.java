package examen.stats.design;

import examen.stats.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws a sample again and again as it was drawn, within its strata, and rescales the weights so
 * that totals vary as the design has it, without replacement too (Rao and Wu 1988; Rao, Wu and Yue
 * 1992). For numbers of few cases, whose linearised intervals are too symmetric. What no unit of
 * the sample shows, no draw shows: where there was no case at all it has no width.
 *
 * @param replicates how many, at least 1
 * @param seed of {@link Drawn#GENERATOR}
 */
public record SurveyBootstrap(int replicates, long seed) {
  public SurveyBootstrap {
    if (replicates < 1) {
      throw new IllegalArgumentException(replicates + " replicates");
    }
  }

  /**
   * The replicates of several numbers, all from the same draws.
   *
   * @param numbers each of the weights of the units; NaN where it is undefined
   */
  public List<Replicates> of(SurveySample sample, List<ToDoubleFunction<double[]>> numbers) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[][] values = new double[numbers.size()][replicates];
    for (int i = 0; i < replicates; i++) {
      double[] weights = sample.redrawn(random);
      for (int number = 0; number < values.length; number++) {
        values[number][i] = numbers.get(number).applyAsDouble(weights);
      }
    }
    return Arrays.stream(values).map(SurveyBootstrap::defined).toList();
  }

  /** The ratio of two weighted sums. */
  public static ToDoubleFunction<double[]> ratio(Ratio ratio) {
    return weights -> sum(ratio.y(), weights) / sum(ratio.x(), weights);
  }

  /** The first less the second. */
  public static ToDoubleFunction<double[]> difference(Ratio first, Ratio second) {
    ToDoubleFunction<double[]> one = ratio(first);
    ToDoubleFunction<double[]> two = ratio(second);
    return weights -> one.applyAsDouble(weights) - two.applyAsDouble(weights);
  }

  private static double sum(double[] values, double[] weights) {
    double sum = 0;
    for (int unit = 0; unit < values.length; unit++) {
      sum += weights[unit] * values[unit];
    }
    return sum;
  }

  private static Replicates defined(double[] values) {
    double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return new Replicates(defined, values.length - defined.length);
  }
}
