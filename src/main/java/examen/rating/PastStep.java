package examen.rating;

/**
 * A step of a rater as a list of steps shows it: what was undone is told from what holds.
 *
 * @param step what was done, neither an undo nor a redo
 */
public record PastStep(Step step, State state) {
  /** What became of a step. */
  public enum State {
    /** It holds, or did until something else changed what it did. */
    DONE,
    /** It was undone, and a redo can do it again. */
    UNDONE,
    /** It holds and cannot be undone. */
    FOR_GOOD,
    /** It was undone, and something else was done since. */
    GONE
  }
}
