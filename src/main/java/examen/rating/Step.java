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
  public Step {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    changes = List.copyOf(changes);
  }

  /** Whether it can never be undone: something was shown. */
  public boolean isForGood() {
    return changes.stream().anyMatch(change -> change.thing() instanceof Reveal);
  }
}
