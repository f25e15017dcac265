package examen.app;

import examen.highlight.Category;
import examen.rating.Suggesting;
import java.util.Set;

/**
 * How far a project has got with learning from decisions.
 *
 * @param when a rater is shown what was learned
 * @param decisions from how many it would be learned
 * @param wanted fewer than this teach nothing
 * @param categories for which sentences are suggested, as there are enough decisions on them
 */
public record Learning(Suggesting when, int decisions, int wanted, Set<Category> categories) {
  public Learning {
    categories = Set.copyOf(categories);
  }
}
