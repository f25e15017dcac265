package examen.rating;

import examen.codebook.TagId;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a rater marked with a tag.
 *
 * @param anchors one or more places in one transcript, in reading order, not overlapping
 * @param severity 1 minor, 2 serious, 3 egregious; null where not said
 * @param note the rater's words, may be empty
 */
public record Annotation(
    AnnotationId id,
    RaterId rater,
    TagId tag,
    List<Anchor> anchors,
    @Nullable Integer severity,
    @Nullable Enactment enactment,
    @Nullable Confidence confidence,
    String note)
    implements Thing {
  public Annotation {
    anchors = List.copyOf(anchors);
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("an annotation marks at least one place");
    }
    for (int i = 1; i < anchors.size(); i++) {
      Anchor before = anchors.get(i - 1);
      Anchor after = anchors.get(i);
      boolean samePart = before.message() == after.message() && before.part() == after.part();
      if (!before.transcript().equals(after.transcript())
          || before.compareTo(after) >= 0
          || (samePart && before.span().overlaps(after.span()))) {
        throw new IllegalArgumentException("anchors must follow each other in one transcript");
      }
    }
    if (severity != null && (severity < 1 || severity > 3)) {
      throw new IllegalArgumentException("severity is 1, 2 or 3, not " + severity);
    }
  }

  /** The same with another tag. */
  public Annotation withTag(TagId other) {
    return new Annotation(id, rater, other, anchors, severity, enactment, confidence, note);
  }

  /** The same with another severity; null where it is not to be said. */
  public Annotation withSeverity(@Nullable Integer other) {
    return new Annotation(id, rater, tag, anchors, other, enactment, confidence, note);
  }

  /** The same, said to have gone another way; null where that is not to be said. */
  public Annotation withEnactment(@Nullable Enactment other) {
    return new Annotation(id, rater, tag, anchors, severity, other, confidence, note);
  }

  /** The same with another confidence; null where it is not to be said. */
  public Annotation withConfidence(@Nullable Confidence other) {
    return new Annotation(id, rater, tag, anchors, severity, enactment, other, note);
  }

  /** The same with another note. */
  public Annotation withNote(String other) {
    return new Annotation(id, rater, tag, anchors, severity, enactment, confidence, other);
  }

  /** The same on other places. */
  public Annotation withAnchors(List<Anchor> other) {
    return new Annotation(id, rater, tag, other, severity, enactment, confidence, note);
  }

  @Override
  public TranscriptId transcript() {
    return anchors.getFirst().transcript();
  }

  @Override
  public List<Anchor> places() {
    return anchors;
  }

  @Override
  public String key() {
    return key(id);
  }

  static String key(AnnotationId id) {
    return "annotation " + id;
  }
}
