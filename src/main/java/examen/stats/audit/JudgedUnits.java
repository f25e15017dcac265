package examen.stats.audit;

import examen.stats.Result;
import examen.stats.Weighed;
import java.util.function.Function;

/**
 * The gold and the label of each unit, yes or no, so that units can be drawn again for the interval
 * of a measure that is no plain proportion, such as F1 (Efron and Tibshirani 1993). A measure is
 * undefined when {@link Confusion} says so of the units that count.
 */
public final class JudgedUnits {
  private final boolean[] gold;
  private final boolean[] predicted;

  /**
   * @param gold what is so
   * @param predicted what the classifier said; as many
   */
  public JudgedUnits(boolean[] gold, boolean[] predicted) {
    if (gold.length != predicted.length) {
      throw new IllegalArgumentException(
          gold.length + " units of gold, " + predicted.length + " labels");
    }
    this.gold = gold.clone();
    this.predicted = predicted.clone();
  }

  public Confusion confusion() {
    return Confusion.of(gold, predicted);
  }

  /** The measure, for bootstrap and jackknife. */
  public Weighed measure(Function<Confusion, Result> measure) {
    return new Weighed() {
      @Override
      public int units() {
        return gold.length;
      }

      @Override
      public Result weighted(int[] weights) {
        return measure.apply(confusion(weights));
      }
    };
  }

  private Confusion confusion(int[] weights) {
    long[] counts = new long[4];
    for (int unit = 0; unit < gold.length; unit++) {
      counts[(predicted[unit] ? 0 : 2) + (gold[unit] ? 0 : 1)] += weights[unit];
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }
}
