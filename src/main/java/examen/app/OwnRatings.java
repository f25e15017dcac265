package examen.app;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Unsupported;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  static OwnRatings of(Ledger ledger, TranscriptId transcript, RaterId rater) {
    return new OwnRatings(
        ledger.annotations(transcript).stream().filter(a -> a.rater().equals(rater)).toList(),
        ledger.decisions(transcript).stream().filter(d -> d.rater().equals(rater)).toList(),
        ledger.links(transcript).stream().filter(l -> l.rater().equals(rater)).toList(),
        ledger.unsupported(transcript).stream()
            .filter(mark -> mark.rater().equals(rater))
            .map(Unsupported::annotation)
            .collect(Collectors.toSet()));
  }
}
