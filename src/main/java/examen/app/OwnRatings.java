package examen.app;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Review;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

  /** In one walk over what is there, which may be very much. */
  static OwnRatings of(Ledger ledger, TranscriptId transcript, RaterId rater) {
    List<Annotation> annotations = new ArrayList<>();
    List<HighlightDecision> decisions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Set<AnnotationId> unsupported = new HashSet<>();
    for (Thing thing : ledger.things(transcript)) {
      if (thing.rater().equals(rater)) {
        switch (thing) {
          case Annotation annotation -> annotations.add(annotation);
          case HighlightDecision decision -> decisions.add(decision);
          case Link link -> links.add(link);
          case Unsupported mark -> unsupported.add(mark.annotation());
          case Verdict _, Review _ -> {}
        }
      }
    }
    annotations.sort(Comparator.comparing(annotation -> annotation.anchors().getFirst()));
    decisions.sort(Comparator.comparing(HighlightDecision::highlight));
    return new OwnRatings(annotations, decisions, links, unsupported);
  }
}
