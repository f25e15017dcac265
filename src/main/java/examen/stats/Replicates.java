package examen.stats;

import java.util.Arrays;
import java.util.Locale;

/** What a number was in each of many draws. */
public final class Replicates {
  private final double[] sorted;
  private final int undefined;

  /**
   * @param values the defined ones, in any order
   * @param undefined in how many draws there was no such number
   */
  public Replicates(double[] values, int undefined) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
    this.undefined = undefined;
  }

  public int undefined() {
    return undefined;
  }

  public int defined() {
    return sorted.length;
  }

  /** The percentile interval with quantiles of type 7 (Efron and Tibshirani 1993, chapter 13). */
  public Bounds percentile(double confidence) {
    int all = sorted.length + undefined;
    if (sorted.length == 0 || undefined > Bootstrap.UNDEFINED_AT_MOST * all) {
      return new Undefined(
          String.format(Locale.ROOT, "undefined in %,d of %,d draws", undefined, all));
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        Quantiles.of(sorted, tail),
        Quantiles.of(sorted, 1 - tail),
        confidence,
        "bootstrap percentile");
  }
}
