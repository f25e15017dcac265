package examen.rating;

import java.util.List;

/**
 * By what a plan gives out transcripts.
 *
 * @param by names of the conditions whose combinations every rater gets as evenly as can be; empty
 *     for none
 * @param seed from which all follows that is left to chance
 * @param reach which transcripts a plan that continues this one gives out
 */
public record PlanTerms(Overlap overlap, List<String> by, long seed, Reach reach) {
  /** Which transcripts are given out. */
  public enum Reach {
    /** All of the project, those that come later too. */
    EVERYTHING,
    /** Those that were given before, as when only a sample is to be read. */
    ONLY_GIVEN
  }

  public PlanTerms {
    by = by.stream().distinct().toList();
  }

  public PlanTerms(Overlap overlap, List<String> by, long seed) {
    this(overlap, by, seed, Reach.EVERYTHING);
  }
}
