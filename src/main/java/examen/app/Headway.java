package examen.app;

import examen.rating.Annotation;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import java.time.Instant;
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
      if (thing.rater().equals(rater) && !(thing instanceof Reveal)) {
        own++;
        annotations += thing instanceof Annotation ? 1 : 0;
      }
    }
    return of(ledger, rater, transcript, own == 0 ? State.OPEN : State.BEGUN, annotations);
  }

  /** The same where it is known already what the rater has done. */
  static Headway of(Ledger ledger, OwnSheet own) {
    State unlessSubmitted = own.isEmpty() ? State.OPEN : State.BEGUN;
    return of(ledger, own.rater(), own.transcript(), unlessSubmitted, own.annotationCount());
  }

  private static Headway of(
      Ledger ledger,
      RaterId rater,
      TranscriptId transcript,
      State unlessSubmitted,
      int annotations) {
    State state = ledger.isSubmitted(rater, transcript) ? State.SUBMITTED : unlessSubmitted;
    return new Headway(annotations, state, ledger.submittedAt(rater, transcript).orElse(null));
  }
}
