package examen.app;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import java.util.List;
import java.util.Set;

/**
 * What one rater has said of a transcript; never what others did.
 *
 * @param annotations in reading order
 * @param unsupported the actions marked as without supporting reasoning
 */
public record OwnRatings(
    List<Annotation> annotations,
    List<HighlightDecision> decisions,
    List<Link> links,
    Set<AnnotationId> unsupported) {
  public static final OwnRatings NONE = new OwnRatings(List.of(), List.of(), List.of(), Set.of());

  public OwnRatings {
    annotations = List.copyOf(annotations);
    decisions = List.copyOf(decisions);
    links = List.copyOf(links);
    unsupported = Set.copyOf(unsupported);
  }
}
