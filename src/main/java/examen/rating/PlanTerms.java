package examen.rating;

import java.util.List;

/**
 * By what a plan gives out transcripts.
 *
 * @param by names of the conditions whose combinations every rater gets as evenly as can be; empty
 *     for none
 * @param seed from which all follows that is left to chance
 */
public record PlanTerms(Overlap overlap, List<String> by, long seed) {
  public PlanTerms {
    by = by.stream().distinct().toList();
  }
}
