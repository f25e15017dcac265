package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A sample whose items were drawn with unequal probabilities. Its variance is that of drawing with
 * replacement (Hansen and Hurwitz 1943), which is a little too large; undefined with fewer than two
 * units.
 */
public final class UnequalSample implements SurveySample {
  private final double[] probabilities;

  private UnequalSample(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * @param probabilities for each unit how likely it was to be drawn, above 0 and at most 1
   */
  public static UnequalSample of(double[] probabilities) {
    for (double probability : probabilities) {
      if (!(probability > 0 && probability <= 1)) {
        throw new IllegalArgumentException("a unit drawn with probability " + probability);
      }
    }
    return new UnequalSample(probabilities.clone());
  }

  @Override
  public int size() {
    return probabilities.length;
  }

  @Override
  public double weight(int unit) {
    return 1 / probabilities[unit];
  }

  @Override
  public Optional<Undefined> unidentified() {
    return size() == 0 ? Optional.of(new Undefined("nothing was drawn")) : Optional.empty();
  }

  @Override
  public Result varianceOfSum(double[] values) {
    int n = size();
    if (isWhole()) {
      return new Estimate(0);
    }
    if (n < 2) {
      return new Undefined("one item only was drawn");
    }
    double mean = 0;
    for (int unit = 0; unit < n; unit++) {
      mean += values[unit] * weight(unit) / n;
    }
    double squares = 0;
    for (int unit = 0; unit < n; unit++) {
      double away = values[unit] * weight(unit) - mean;
      squares += away * away;
    }
    return new Estimate(squares * n / (n - 1));
  }

  @Override
  public double[] redrawn(UniformRandomProvider random) {
    int n = size();
    double[] weights = new double[n];
    if (n < 2 || isWhole()) {
      Arrays.setAll(weights, this::weight);
      return weights;
    }
    for (int i = 0; i < n - 1; i++) {
      int unit = random.nextInt(n);
      weights[unit] += weight(unit) * n / (n - 1);
    }
    return weights;
  }

  @Override
  public boolean isWhole() {
    return Arrays.stream(probabilities).allMatch(p -> p == 1);
  }
}
