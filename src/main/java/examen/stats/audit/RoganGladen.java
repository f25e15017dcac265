package examen.stats.audit;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * The rate behind the rate at which an imperfect classifier labels (Rogan and Gladen 1978), with
 * the interval of Lang and Reiczigel (2014). Its sensitivity and specificity must come from units
 * of known truth that were not drawn by what the classifier said of them, and must hold for these
 * units as well. Undefined when there are no units of one of the three kinds, or when sensitivity
 * and specificity together are not more than 1: then the label says nothing.
 *
 * @param labelled how many units the classifier labelled, of how many
 * @param sensitivity of units that are cases, how many it labelled
 * @param specificity of units that are none, how many it did not label
 */
public record RoganGladen(Proportion labelled, Proportion sensitivity, Proportion specificity) {
  /** Below this, sensitivity and specificity less one make a rate that is mostly noise. */
  public static final double WEAK = 0.1;

  /** Sensitivity and specificity less one. */
  public Result youden() {
    return both(sensitivity.rate(), specificity.rate(), 1);
  }

  /** Whether the classifier tells so little that the rate should not be relied on. */
  public boolean isWeak() {
    return !(youden().orNaN() >= WEAK);
  }

  /** The corrected rate as the formula gives it; it may lie below 0 or above 1. */
  public Result raw() {
    return defined(() -> new Estimate(corrected(p())));
  }

  /** The corrected rate, cut at 0 and 1. */
  public Result rate() {
    return raw().map(RoganGladen::cut);
  }

  /** By the delta method, all three proportions being estimates. */
  public Result standardError() {
    return defined(
        () ->
            new Estimate(
                spread(
                    new Rates(p(), se(), sp()),
                    (double) labelled.total(),
                    (double) sensitivity.total(),
                    (double) specificity.total())));
  }

  /** By {@link #standardError}, not cut: its ends may lie beyond 0 and 1. */
  public Bounds delta(double confidence) {
    if (raw() instanceof Estimate(double raw)
        && standardError() instanceof Estimate(double error)) {
      double width = Normal.z(confidence) * error;
      return new Interval(raw - width, raw + width, confidence, "Rogan-Gladen, delta");
    }
    return reason();
  }

  /** The one to show (Lang and Reiczigel 2014), cut at 0 and 1. */
  public Bounds langReiczigel(double confidence) {
    if (isUseless()) {
      return reason();
    }
    double z2 = Normal.z(confidence) * Normal.z(confidence);
    double n = labelled.total() + z2;
    double cases = sensitivity.total() + 2.0;
    double others = specificity.total() + 2.0;
    Rates rates =
        new Rates(
            (labelled.count() + z2 / 2) / n,
            (sensitivity.count() + 1) / cases,
            (specificity.count() + 1) / others);
    if (rates.youden() <= 0) {
      return reason();
    }
    double rate = rates.corrected();
    double shift =
        2 * z2 * (rate * variance(rates.se, cases) - (1 - rate) * variance(rates.sp, others));
    double width = Math.sqrt(z2) * spread(rates, n, cases, others);
    return new Interval(
        cut(rate + shift - width), cut(rate + shift + width), confidence, "Lang-Reiczigel");
  }

  /** As if sensitivity and specificity were known: Wilson's, corrected at both ends and cut. */
  public Bounds known(double confidence) {
    return known(confidence, RoganGladen::cut);
  }

  /** {@link #known} without the cut. */
  public Bounds knownRaw(double confidence) {
    return known(confidence, value -> value);
  }

  private Bounds known(double confidence, DoubleUnaryOperator cut) {
    if (!isUseless() && labelled.wilson(confidence) instanceof Interval wilson) {
      return new Interval(
          cut.applyAsDouble(corrected(wilson.low())),
          cut.applyAsDouble(corrected(wilson.high())),
          confidence,
          "Wilson, corrected");
    }
    return reason();
  }

  /** The three rates, as seen or as shrunk. */
  private record Rates(double p, double se, double sp) {
    double youden() {
      return se + sp - 1;
    }

    double corrected() {
      return (p + sp - 1) / youden();
    }
  }

  private static double spread(Rates rates, double n, double cases, double others) {
    double rate = rates.corrected();
    double variance =
        variance(rates.p, n)
            + rate * rate * variance(rates.se, cases)
            + (1 - rate) * (1 - rate) * variance(rates.sp, others);
    return Math.sqrt(variance) / rates.youden();
  }

  private static double variance(double p, double n) {
    return p * (1 - p) / n;
  }

  private double corrected(double labelledRate) {
    return new Rates(labelledRate, se(), sp()).corrected();
  }

  private double p() {
    return labelled.rate().orNaN();
  }

  private double se() {
    return sensitivity.rate().orNaN();
  }

  private double sp() {
    return specificity.rate().orNaN();
  }

  private Result defined(Supplier<Result> number) {
    return isUseless() ? reason() : number.get();
  }

  private boolean isUseless() {
    return labelled.total() == 0
        || sensitivity.total() == 0
        || specificity.total() == 0
        || !tells();
  }

  /** In whole numbers: sensitivity above the rate of false alarms. */
  private boolean tells() {
    return (double) sensitivity.count() * specificity.total()
        > (double) specificity.rest() * sensitivity.total();
  }

  private Undefined reason() {
    if (labelled.total() == 0) {
      return new Undefined("n = 0");
    }
    if (sensitivity.total() == 0) {
      return new Undefined("no case of known truth");
    }
    if (specificity.total() == 0) {
      return new Undefined("nothing but cases among the units of known truth");
    }
    return new Undefined("sensitivity and specificity add up to no more than 1");
  }

  private static Result both(Result one, Result other, double less) {
    return one instanceof Undefined ? one : other.map(value -> one.orNaN() + value - less);
  }

  private static double cut(double value) {
    return Math.min(1, Math.max(0, value));
  }
}
