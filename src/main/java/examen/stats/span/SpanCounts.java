package examen.stats.span;

import examen.stats.Result;

/**
 * What two raters have in common, in spans or in places: F1 as agreement where what is not marked
 * cannot be counted (Hripcsak and Rothschild 2005). Undefined when neither marked anything; 0 when
 * only one did. Not corrected for chance.
 *
 * @param both what is the same for both
 * @param first what the first rater marked
 * @param second what the second did
 */
public record SpanCounts(long both, long first, long second) {
  static final SpanCounts NONE = new SpanCounts(0, 0, 0);

  private static final String NOTHING = "neither marked anything";

  public SpanCounts plus(SpanCounts other) {
    return times(other, 1);
  }

  /** With another's added so many times. */
  SpanCounts times(SpanCounts other, long times) {
    return new SpanCounts(
        both + times * other.both, first + times * other.first, second + times * other.second);
  }

  public Result f1() {
    return Result.ratio(2.0 * both, (double) (first + second), NOTHING);
  }

  /** With the second rater as reference. */
  public Result precision() {
    return Result.ratio((double) both, (double) first, "the first marked nothing");
  }

  /** With the second rater as reference. */
  public Result recall() {
    return Result.ratio((double) both, (double) second, "the second marked nothing");
  }

  /** What both marked of what any marked. */
  public Result jaccard() {
    return Result.ratio((double) both, (double) (first + second - both), NOTHING);
  }
}
