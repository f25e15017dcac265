package examen.stats.rate;

import examen.stats.Result;

/**
 * From where to where a number may lie whatever is true of items that were left out (Manski 2003).
 * This is no interval of confidence: it holds for the items at hand and knows no chance.
 *
 * @param low undefined where the number itself is
 */
public record WorstCase(Result low, Result high) {
  /** The rate when the outcomes of some further items are not known. */
  public static WorstCase unknownOutcomes(Proportion judged, long unjudged) {
    long all = judged.total() + unjudged;
    return new WorstCase(
        new Proportion(judged.count(), all).rate(),
        new Proportion(judged.count() + unjudged, all).rate());
  }

  /**
   * The difference of two rates when items that belong to neither group, whose outcomes are known,
   * are put into the groups in any way.
   */
  public static WorstCase reassigned(TwoRates rates, Proportion excluded) {
    if (rates.isEmpty()) {
      return new WorstCase(rates.difference(), rates.difference());
    }
    return new WorstCase(
        greatest(rates.swapped(), excluded).map(difference -> 0 - difference),
        greatest(rates, excluded));
  }

  /** All that counts to the first group, all else to the second. */
  private static Result greatest(TwoRates rates, Proportion excluded) {
    Proportion counted = new Proportion(excluded.count(), excluded.count());
    Proportion rest = new Proportion(0, excluded.rest());
    return new TwoRates(rates.first().plus(counted), rates.second().plus(rest)).difference();
  }
}
