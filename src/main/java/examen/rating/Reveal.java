package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That a rater was shown what others say of a transcript. It holds for good: what was seen cannot
 * be unseen.
 *
 * @param what of what others say
 */
public record Reveal(RaterId rater, TranscriptId transcript, Of what) implements Thing {
  /** What is kept from a rater until then. */
  public enum Of {
    /** What classifiers, and the source itself, say of it. */
    LABELS("labels"),
    /** What other raters of the project did. */
    PEERS("peers"),
    /** What decisions on highlights teach about it. */
    SUGGESTIONS("suggestions");

    private final String wire;

    Of(String wire) {
      this.wire = wire;
    }

    /** The name in files and in the store. */
    public String wire() {
      return wire;
    }

    /** All of these, in words. */
    static String words(Set<Of> what) {
      return what.stream().map(Of::wire).collect(Collectors.joining(", "));
    }

    public static Optional<Of> ofWire(String wire) {
      for (Of of : values()) {
        if (of.wire.equals(wire)) {
          return Optional.of(of);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public List<Anchor> places() {
    return List.of();
  }

  @Override
  public String key() {
    return key(rater, transcript, what);
  }

  static String key(RaterId rater, TranscriptId transcript, Of what) {
    return "reveal " + transcript + " " + rater + " " + what.wire();
  }
}
