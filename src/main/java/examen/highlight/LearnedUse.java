package examen.highlight;

/**
 * What is done with what a model has learned of one category. All likelihoods are between 0 and 1.
 *
 * @param adds a sentence that no rule found is highlighted from this likelihood on; {@link #NEVER}
 *     for none
 * @param near or from this one on, where one of the two sentences before or behind it is
 *     highlighted: what a model has on its mind, it says more than once
 * @param drops what a rule found is not highlighted below this likelihood
 * @param reason one line that a rater understands
 */
public record LearnedUse(double adds, double near, double drops, String reason) {
  /** Above every likelihood. */
  public static final double NEVER = 2;

  /** Begins the ids under which highlights that no rule found are kept. */
  private static final String PREFIX = "learned-";

  /** The id under which highlights of this category that no rule found are kept. */
  public static String idOf(Category category) {
    return PREFIX + category.wire();
  }

  /** Whether no rule may have this id. */
  public static boolean isTaken(String id) {
    return id.startsWith(PREFIX) || Recommender.isSuggestion(id);
  }

  /** The same, but nothing is highlighted that no rule found. */
  public LearnedUse withoutAdding() {
    return new LearnedUse(NEVER, NEVER, drops, reason);
  }
}
