package examen.stats;

import java.util.Arrays;
import java.util.Locale;

/** What a number was in each of many draws (Efron and Tibshirani 1993). */
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

  /** The number in these draws, each given as how often each unit was drawn. */
  public static Replicates of(Weighed number, Iterable<int[]> draws) {
    double[] values = new double[16];
    int defined = 0;
    int all = 0;
    for (int[] weights : draws) {
      all++;
      double value = number.weighted(weights).orNaN();
      if (!Double.isNaN(value)) {
        values = defined == values.length ? Arrays.copyOf(values, 2 * defined) : values;
        values[defined++] = value;
      }
    }
    return new Replicates(Arrays.copyOf(values, defined), all - defined);
  }

  public int undefined() {
    return undefined;
  }

  public int defined() {
    return sorted.length;
  }

  /** The mean of the defined ones. */
  public Result mean() {
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    return Result.of(mean, "undefined in every draw, or infinite in some");
  }

  /** The standard deviation of the defined ones, undefined for fewer than two of them. */
  public Result standardError() {
    double mean = mean().orNaN();
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return sorted.length < 2
        ? new Undefined("defined in fewer than two draws")
        : Result.of(Math.sqrt(squares / (sorted.length - 1)), "infinite in some draws");
  }

  /** The share of the defined ones that are less than {@code value}; NaN where there are none. */
  double shareBelow(double value) {
    return Arrays.stream(sorted).filter(v -> v < value).count() / (double) sorted.length;
  }

  /** The percentile interval with quantiles of type 7 (Efron and Tibshirani 1993, chapter 13). */
  public Bounds percentile(double confidence) {
    return percentile(confidence, QuantileRule.LINEAR);
  }

  /** The percentile interval (Efron and Tibshirani 1993, chapter 13). */
  public Bounds percentile(double confidence, QuantileRule rule) {
    double tail = (1 - confidence) / 2;
    return isScarce()
        ? scarce()
        : between(at(tail, rule), at(1 - tail, rule), confidence, named("percentile", rule));
  }

  /**
   * The basic interval: the percentile one turned over at the number (Davison and Hinkley 1997).
   */
  public Bounds basic(double estimate, double confidence, QuantileRule rule) {
    double tail = (1 - confidence) / 2;
    return isScarce()
        ? scarce()
        : between(
            2 * estimate - at(1 - tail, rule),
            2 * estimate - at(tail, rule),
            confidence,
            named("basic", rule));
  }

  /** The interval with ends at the levels that {@code correction} gives. */
  public Bounds corrected(Bca correction, double confidence, QuantileRule rule) {
    double low = correction.level((1 - confidence) / 2);
    double high = correction.level((1 + confidence) / 2);
    if (isScarce()) {
      return scarce();
    }
    return low <= high
        ? between(at(low, rule), at(high, rule), confidence, named("BCa", rule))
        : new Undefined("the draws are too skewed for a BCa interval");
  }

  /** Of infinite draws some ends are no numbers. */
  private static Bounds between(double low, double high, double confidence, String method) {
    return low <= high
        ? new Interval(low, high, confidence, method)
        : new Undefined("infinite in too many draws");
  }

  private double at(double p, QuantileRule rule) {
    return rule.of(sorted, p);
  }

  private static String named(String interval, QuantileRule rule) {
    return "bootstrap " + interval + (rule == QuantileRule.LINEAR ? "" : ", " + rule.title());
  }

  private boolean isScarce() {
    return sorted.length == 0
        || undefined > Bootstrap.UNDEFINED_AT_MOST * (sorted.length + undefined);
  }

  private Undefined scarce() {
    return new Undefined(
        String.format(
            Locale.ROOT, "undefined in %,d of %,d draws", undefined, sorted.length + undefined));
  }
}
