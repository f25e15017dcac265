package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;

/**
 * A rater's mark that no reasoning in the transcript supports an action: not that a link was
 * forgotten.
 *
 * @param annotation the rater's annotation of the action
 */
public record Unsupported(RaterId rater, TranscriptId transcript, AnnotationId annotation)
    implements Thing {
  @Override
  public List<Anchor> places() {
    return List.of();
  }

  @Override
  public String key() {
    return key(annotation);
  }

  static String key(AnnotationId annotation) {
    return "unsupported " + annotation;
  }
}
