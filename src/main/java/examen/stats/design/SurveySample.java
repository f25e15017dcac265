package examen.stats.design;

import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A sample drawn with known probabilities, and what it says of all from which it was drawn: totals
 * (Horvitz and Thompson 1952), means (Hájek 1971), ratios with Taylor's linearisation and
 * differences (Cochran 1977; Särndal, Swensson and Wretman 1992). Each method takes one number for
 * each unit of the sample, in its order; 0 and 1 for "no" and "yes".
 */
public sealed interface SurveySample permits StratifiedSample, UnequalSample {
  /** How many units it has. */
  int size();

  /** For how many of the population the unit stands. */
  double weight(int unit);

  /** Why the sample says nothing of the population, where that is so. */
  Optional<Undefined> unidentified();

  /** The variance of the weighted sum, undefined where the design does not give one. */
  Result varianceOfSum(double[] values);

  /**
   * The weights of the same units when the sample is drawn again from itself and rescaled, see
   * {@link SurveyBootstrap}: a unit that is not drawn again counts less, one drawn twice more.
   */
  double[] redrawn(UniformRandomProvider random);

  /** Whether all of the population was drawn. */
  boolean isWhole();

  /** The sum over the population. */
  default Estimated total(double[] y) {
    return estimated(sum(y), y);
  }

  /**
   * The sum of {@code y} over the population by its ratio to {@code x}, whose own sum is known
   * (Cochran 1977, chapter 6), such as how many cases there are among so many transcripts.
   */
  default Estimated total(double[] y, double[] x, double known) {
    Estimated ratio = ratio(y, x);
    if (ratio.value() instanceof Undefined) {
      return ratio;
    }
    double[] influence = influence(y, x);
    return estimated(known * ratio.value().orNaN(), each(unit -> known * influence[unit]));
  }

  /** The mean over the population; of 0 and 1 the rate. */
  default Estimated mean(double[] y) {
    double[] ones = new double[size()];
    Arrays.fill(ones, 1);
    return ratio(y, ones);
  }

  /**
   * The sum of {@code y} divided by that of {@code x}, such as precision and recall and any rate
   * among some of the population. Undefined where {@code x} is 0 throughout.
   */
  default Estimated ratio(double[] y, double[] x) {
    double ratio = sum(y) / sum(x);
    return Double.isNaN(ratio) || Double.isInfinite(ratio)
        ? Estimated.undefined(unidentified().orElse(new Undefined("none of them in the sample")))
        : estimated(ratio, influence(y, x));
  }

  /** The first ratio less the second, with what they have in common in its error. */
  default Estimated ratioDifference(Ratio first, Ratio second) {
    Estimated one = ratio(first.y(), first.x());
    Estimated two = ratio(second.y(), second.x());
    double difference = one.value().orNaN() - two.value().orNaN();
    if (Double.isNaN(difference)) {
      return Double.isNaN(one.value().orNaN()) ? one : two;
    }
    double[] a = influence(first.y(), first.x());
    double[] b = influence(second.y(), second.x());
    return estimated(difference, each(unit -> a[unit] - b[unit]));
  }

  /**
   * The mean of what people said, from what a classifier said of all, put right by what the sample
   * shows of its errors (Särndal, Swensson and Wretman 1992; over strata Fisch et al. 2024).
   *
   * @param predictedOfAll the mean of the classifier over the whole population
   */
  default Estimated difference(double[] gold, double[] predicted, double predictedOfAll) {
    return mean(each(unit -> gold[unit] - predicted[unit])).plus(predictedOfAll);
  }

  /**
   * The same of some of the population.
   *
   * @param among 1 for each unit that is one of them, else 0; the others have 0 in both columns
   * @param predictedOfAll the mean of the classifier over all of them
   */
  default Estimated difference(
      double[] gold, double[] predicted, double[] among, double predictedOfAll) {
    return ratio(each(unit -> gold[unit] - predicted[unit]), among).plus(predictedOfAll);
  }

  /** How many units of equal weight would say as much (Kish 1965), of those where x is not 0. */
  default Result effectiveSize(double[] x) {
    double sum = sum(x);
    double squares = 0;
    for (int unit = 0; unit < size(); unit++) {
      double weighed = weight(unit) * x[unit];
      squares += weighed * weighed;
    }
    return Result.ratio(sum * sum, squares, "none of them in the sample");
  }

  private Estimated estimated(double value, double[] influence) {
    return unidentified()
        .map(Estimated::undefined)
        .orElseGet(
            () ->
                Estimated.of(
                    value,
                    varianceOfSum(influence),
                    isWhole() ? Estimated.Coverage.WHOLE : Estimated.Coverage.PART));
  }

  /** How the ratio moves with the weight of each unit. */
  private double[] influence(double[] y, double[] x) {
    double below = sum(x);
    double ratio = sum(y) / below;
    return each(unit -> (y[unit] - ratio * x[unit]) / below);
  }

  private double sum(double[] values) {
    double sum = 0;
    for (int unit = 0; unit < size(); unit++) {
      sum += weight(unit) * values[unit];
    }
    return sum;
  }

  private double[] each(IntToDoubleFunction value) {
    double[] values = new double[size()];
    Arrays.setAll(values, value);
    return values;
  }
}
