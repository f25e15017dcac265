package examen.app;

import examen.rating.Annotation;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one rater's work on one transcript has come.
 *
 * @param annotations how many they have put
 * @param submittedAt null unless it is submitted now
 */
public record Headway(int annotations, State state, @Nullable Instant submittedAt) {
  /** The states that a queue tells apart. */
  public enum State {
    /** Nothing was done yet. */
    OPEN,
    /** Something was done, or the review was reopened. */
    BEGUN,
    SUBMITTED
  }

  static Headway of(Ledger ledger, RaterId rater, TranscriptId transcript) {
    int own = 0;
    int annotations = 0;
    for (Thing thing : ledger.things(transcript)) {
      if (thing.rater().equals(rater)) {
        own++;
        annotations += thing instanceof Annotation ? 1 : 0;
      }
    }
    Optional<Instant> at = ledger.submittedAt(rater, transcript);
    boolean submitted = ledger.isSubmitted(rater, transcript);
    State state = submitted ? State.SUBMITTED : own == 0 ? State.OPEN : State.BEGUN;
    return new Headway(annotations, state, at.orElse(null));
  }
}
