package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;

/**
 * How far one rater's work on one transcript has come, once they have submitted it. Until then
 * there is none, and the review is open.
 */
public record Review(RaterId rater, TranscriptId transcript, State state) implements Thing {
  /** What became of a review that was submitted once. */
  public enum State {
    /** Closed: nothing of this rater's on the transcript changes. */
    SUBMITTED("submitted"),
    /** Open again. What others said may have been seen in the meantime. */
    REOPENED("reopened");

    private final String wire;

    State(String wire) {
      this.wire = wire;
    }

    /** The name in files and in the store. */
    public String wire() {
      return wire;
    }

    public static Optional<State> ofWire(String wire) {
      for (State state : values()) {
        if (state.wire.equals(wire)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }

  public boolean isSubmitted() {
    return state == State.SUBMITTED;
  }

  @Override
  public List<Anchor> places() {
    return List.of();
  }

  @Override
  public String key() {
    return key(rater, transcript);
  }

  static String key(RaterId rater, TranscriptId transcript) {
    return "review " + transcript + " " + rater;
  }
}
