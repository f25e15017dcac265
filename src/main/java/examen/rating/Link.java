package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;

/**
 * What one annotation of a rater says of another one of theirs on the same transcript, mostly
 * reasoning of an action.
 *
 * @param from the annotation that says it
 * @param to the annotation of which it is said; another one
 */
public record Link(
    LinkId id,
    RaterId rater,
    TranscriptId transcript,
    Type type,
    AnnotationId from,
    AnnotationId to)
    implements Thing {
  /** What is said. */
  public enum Type {
    MOTIVATES("motivates"),
    ACKNOWLEDGES_HARM("acknowledges-harm"),
    CONTRADICTS("contradicts");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    /** The name in files and in the store. */
    public String wire() {
      return wire;
    }

    public static Optional<Type> ofWire(String wire) {
      for (Type type : values()) {
        if (type.wire.equals(wire)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  public Link {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a link joins two annotations");
    }
  }

  /** Whether this annotation is one of its ends. */
  public boolean joins(AnnotationId annotation) {
    return from.equals(annotation) || to.equals(annotation);
  }

  @Override
  public List<Anchor> places() {
    return List.of();
  }

  @Override
  public String key() {
    return key(id);
  }

  static String key(LinkId id) {
    return "link " + id;
  }
}
