package examen.stats.audit;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;

/**
 * How often a classifier said yes and no where the gold says yes and no, with the measures made of
 * these four counts (van Rijsbergen 1979 for F; Matthews 1975, Chicco and Jurman 2020 for MCC;
 * Cohen 1960 for kappa). The intervals of the proportions hold for a simple random sample only.
 * What is 0 / 0 is undefined: precision without labels, recall without cases, F only when there is
 * neither a label nor a case, MCC when a margin is empty, kappa when both always say the same.
 *
 * @param tp labelled, and so it is
 * @param fp labelled, and it is not so
 * @param fn not labelled, and it is so
 * @param tn not labelled, and it is not so
 */
public record Confusion(long tp, long fp, long fn, long tn) {
  public Confusion {
    if (Math.min(Math.min(tp, fp), Math.min(fn, tn)) < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
  }

  /**
   * @param gold what is so, for each unit
   * @param predicted what the classifier said of it; as many
   */
  public static Confusion of(boolean[] gold, boolean[] predicted) {
    if (gold.length != predicted.length) {
      throw new IllegalArgumentException(
          gold.length + " units of gold, " + predicted.length + " labels");
    }
    long[] counts = new long[4];
    for (int unit = 0; unit < gold.length; unit++) {
      counts[(predicted[unit] ? 0 : 2) + (gold[unit] == predicted[unit] ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[3], counts[2]);
  }

  public Confusion plus(Confusion other) {
    return new Confusion(tp + other.tp, fp + other.fp, fn + other.fn, tn + other.tn);
  }

  /** Gold and classifier changed about. */
  public Confusion transposed() {
    return new Confusion(tp, fn, fp, tn);
  }

  /** Yes and no changed about on both sides. */
  public Confusion complement() {
    return new Confusion(tn, fn, fp, tp);
  }

  public long total() {
    return tp + fp + fn + tn;
  }

  /** How many cases there are. */
  public long positives() {
    return tp + fn;
  }

  /** How many are no cases. */
  public long negatives() {
    return fp + tn;
  }

  public long labelled() {
    return tp + fp;
  }

  public Proportion accuracy() {
    return new Proportion(tp + tn, total());
  }

  /** The share of the labelled that are cases; positive predictive value. */
  public Proportion precision() {
    return new Proportion(tp, labelled());
  }

  /** The share of the cases that are labelled; sensitivity. */
  public Proportion recall() {
    return new Proportion(tp, positives());
  }

  public Proportion specificity() {
    return new Proportion(tn, negatives());
  }

  /** The share of the unlabelled that are no cases. */
  public Proportion negativePredictiveValue() {
    return new Proportion(tn, fn + tn);
  }

  /** The share of cases. */
  public Proportion prevalence() {
    return new Proportion(positives(), total());
  }

  /** The share of the labelled. */
  public Proportion predictedRate() {
    return new Proportion(labelled(), total());
  }

  public Proportion falsePositiveRate() {
    return new Proportion(fp, negatives());
  }

  public Proportion falseNegativeRate() {
    return new Proportion(fn, positives());
  }

  /** Of those labelled, the share that are no cases. */
  public Proportion falseDiscoveryRate() {
    return new Proportion(fp, labelled());
  }

  /** Also the positive specific agreement (Cicchetti and Feinstein 1990). */
  public Result f1() {
    return f(1);
  }

  /**
   * @param beta how many times as much recall counts as precision, above 0
   */
  public Result f(double beta) {
    double b2 = beta * beta;
    return Result.ratio((1 + b2) * tp, (1 + b2) * tp + b2 * fn + fp, "neither a label nor a case");
  }

  /** The negative specific agreement (Cicchetti and Feinstein 1990). */
  public Result negativeAgreement() {
    return Result.ratio(2.0 * tn, 2.0 * tn + fp + fn, "all is labelled, and all are cases");
  }

  /** The share of the units labelled or cases that are both. */
  public Result jaccard() {
    return Result.ratio((double) tp, (double) (tp + fp + fn), "neither a label nor a case");
  }

  /** The mean of recall and specificity. */
  public Result balancedAccuracy() {
    return Result.of(
        (recall().rate().orNaN() + specificity().rate().orNaN()) / 2,
        positives() == 0 ? "no case" : "nothing but cases");
  }

  /** Youden's J (1950): recall and specificity less one. */
  public Result youden() {
    return balancedAccuracy().map(accuracy -> 2 * accuracy - 1);
  }

  /** The correlation of Matthews, phi. */
  public Result mcc() {
    double margins =
        Math.sqrt((double) labelled() * positives()) * Math.sqrt((double) negatives() * (tn + fn));
    return margins == 0
        ? new Undefined("no variation: a margin is empty")
        : new Estimate(determinant() / margins);
  }

  public Result kappa() {
    return Result.ratio(
        2 * determinant(),
        (double) labelled() * negatives() + (double) positives() * (fn + tn),
        "no variation: both always say the same");
  }

  private double determinant() {
    return (double) tp * tn - (double) fp * fn;
  }
}
