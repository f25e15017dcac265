package examen.rating;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log: what one rater did at one moment, undone as a whole.
 *
 * @param at in whole milliseconds, so that it comes back from a file as it was; anything finer is
 *     cut off here
 * @param what a few words for the list of steps, such as {@code tag blackmail}; no transcript text
 * @param undoes the step that this one takes back; null unless it is an undo or a redo
 */
public record Step(
    StepId id,
    Instant at,
    RaterId rater,
    String what,
    @Nullable StepId undoes,
    List<Change> changes) {
  /** How what a step is called begins that puts another codebook in use. */
  public static final String OF_CODEBOOK = "codebook ";

  public Step {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    changes = List.copyOf(changes);
  }

  /** Whether no undo takes it back: something was shown, or another codebook put in use. */
  public boolean isForGood() {
    if (isOfCodebook()) {
      return true;
    }
    for (Change change : changes) {
      if (change.thing() instanceof Reveal) {
        return true;
      }
    }
    return false;
  }

  /** Whether it put another codebook in use; with that alone it is taken back. */
  public boolean isOfCodebook() {
    return what.startsWith(OF_CODEBOOK);
  }
}
