package examen.stats.design;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;

/**
 * What a classifier flagged and cleared, some of each read by people: rates, recall and specificity
 * put right for how much of each was read (Begg and Greenes 1983; Tenenbein 1970). Undefined where
 * nothing was read of a part that has items. What the classifier labelled is taken as a sample of
 * more of the same.
 *
 * @param flagged of those read among the flagged, how many truly have it
 * @param cleared of those read among the cleared, how many truly have it
 * @param flaggedOfAll of all the classifier labelled, how many it flagged
 */
public record VerifiedByLabel(Proportion flagged, Proportion cleared, Proportion flaggedOfAll) {
  private static final String UNREAD = "nothing was read of what was flagged or cleared";
  private static final String EMPTY = "nothing has it";

  public Result precision() {
    return flagged.rate();
  }

  /** How many of the cleared truly have it. */
  public Result falseOmissionRate() {
    return cleared.rate();
  }

  public Result rate() {
    return Result.of(caught() + missed(), UNREAD);
  }

  public Result recall() {
    return Result.ratio(caught(), caught() + missed(), isUnread() ? UNREAD : EMPTY);
  }

  public Result specificity() {
    double wrong = part(flaggedOfAll, flagged.complement());
    double right = part(flaggedOfAll.complement(), cleared.complement());
    return Result.ratio(right, right + wrong, isUnread() ? UNREAD : "everything has it");
  }

  /** The recall among those that were read, which is wrong: for contrast. */
  public Result naiveRecall() {
    return new Proportion(flagged.count(), flagged.count() + cleared.count()).rate();
  }

  /** The specificity among those that were read, which is wrong: for contrast. */
  public Result naiveSpecificity() {
    return new Proportion(cleared.rest(), cleared.rest() + flagged.rest()).rate();
  }

  /** Of the rate, when so many were read of each part by plan; undefined without variation. */
  public Result rateError() {
    double share = share(flaggedOfAll);
    double p1 = share(flagged);
    double p0 = share(cleared);
    double variance =
        share * share * p1 * (1 - p1) / flagged.total()
            + (1 - share) * (1 - share) * p0 * (1 - p0) / cleared.total()
            + share * (1 - share) * (p1 - p0) * (p1 - p0) / flaggedOfAll.total();
    return error(variance);
  }

  /** Of the rate, when those read were drawn from all alike (Tenenbein 1970). */
  public Result doubleSamplingError() {
    double p = rate().orNaN();
    double share = share(flaggedOfAll);
    double common = share * (share(flagged) - p);
    double reliability = common * common / (p * (1 - p) * share * (1 - share));
    double read = flagged.total() + (double) cleared.total();
    return error(p * (1 - p) * ((1 - reliability) / read + reliability / flaggedOfAll.total()));
  }

  /** On the logarithm of the odds (Begg and Greenes 1983); undefined where a cell is empty. */
  public Bounds recallInterval(double confidence) {
    double variance =
        flagged.rest() / ((double) flagged.count() * flagged.total())
            + cleared.rest() / ((double) cleared.count() * cleared.total());
    return interval(recall(), variance, confidence);
  }

  /** On the logarithm of the odds (Begg and Greenes 1983); undefined where a cell is empty. */
  public Bounds specificityInterval(double confidence) {
    double variance =
        flagged.count() / ((double) flagged.rest() * flagged.total())
            + cleared.count() / ((double) cleared.rest() * cleared.total());
    return interval(specificity(), variance, confidence);
  }

  private Bounds interval(Result value, double variance, double confidence) {
    double share = share(flaggedOfAll);
    double all = variance + 1 / (flaggedOfAll.total() * share * (1 - share));
    double p = value.orNaN();
    double middle = Math.log(p / (1 - p));
    if (Double.isNaN(all)
        || Double.isInfinite(all)
        || Double.isNaN(middle)
        || Double.isInfinite(middle)) {
      return new Undefined("a cell is empty");
    }
    double width = Normal.z(confidence) * Math.sqrt(all);
    return new Interval(
        inverse(middle - width), inverse(middle + width), confidence, "Begg-Greenes");
  }

  private static Result error(double variance) {
    return variance > 0
        ? new Estimate(Math.sqrt(variance))
        : new Undefined(variance == 0 ? "no variation was seen in the sample" : UNREAD);
  }

  private static double inverse(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private double caught() {
    return part(flaggedOfAll, flagged);
  }

  private double missed() {
    return part(flaggedOfAll.complement(), cleared);
  }

  private boolean isUnread() {
    return Double.isNaN(caught() + missed());
  }

  /** The share of a part that has something; nothing where the part is empty. */
  private static double part(Proportion part, Proportion read) {
    return part.count() == 0 ? 0 : share(part) * share(read);
  }

  private static double share(Proportion p) {
    return p.rate().orNaN();
  }
}
