package examen.app;

import examen.codebook.Codebook;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.AnswerSheet;
import examen.rating.Change;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one rater has said of one transcript, kept in step with the log: it is asked for after every
 * step, and there may be very much of it. Says the same as the ledger at any time.
 */
final class OwnSheet {
  private static final Comparator<Annotation> BY_PLACE =
      Comparator.comparing(annotation -> annotation.anchors().getFirst());
  private static final Comparator<HighlightDecision> BY_HIGHLIGHT =
      Comparator.comparing(HighlightDecision::highlight);

  private final TranscriptId transcript;
  private final RaterId rater;
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<HighlightDecision> decisions = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<AnnotationId> unsupported = new HashSet<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private int reviews;
  private boolean holds = true;

  OwnSheet(Ledger ledger, TranscriptId transcript, RaterId rater) {
    this.transcript = transcript;
    this.rater = rater;
    for (Thing thing : ledger.things(transcript)) {
      if (isOwn(thing)) {
        add(thing);
      }
    }
    annotations.sort(BY_PLACE);
    decisions.sort(BY_HIGHLIGHT);
  }

  /** Whether it is about these, and still true. */
  boolean isOf(TranscriptId about, RaterId whose) {
    return holds && transcript.equals(about) && rater.equals(whose);
  }

  TranscriptId transcript() {
    return transcript;
  }

  RaterId rater() {
    return rater;
  }

  OwnRatings ratings() {
    return new OwnRatings(annotations, decisions, links, unsupported);
  }

  AnswerSheet answers(Codebook codebook) {
    return AnswerSheet.of(codebook, verdicts, annotations);
  }

  int annotationCount() {
    return annotations.size();
  }

  /** Whether the rater has done nothing here that still stands. */
  boolean isEmpty() {
    return reviews == 0
        && annotations.isEmpty()
        && decisions.isEmpty()
        && links.isEmpty()
        && unsupported.isEmpty()
        && verdicts.isEmpty();
  }

  /** Takes a step in that the ledger has taken in. */
  void apply(Step step) {
    for (Change change : step.changes()) {
      if (isOwn(change.thing())) {
        switch (change) {
          case Change.Added(Thing after) -> insert(after);
          case Change.Removed(Thing before) -> remove(before);
          case Change.Replaced(Thing before, Thing after) -> replace(before, after);
        }
      }
    }
  }

  private boolean isOwn(Thing thing) {
    return thing.transcript().equals(transcript) && thing.rater().equals(rater);
  }

  private void add(Thing thing) {
    switch (thing) {
      case Annotation annotation -> annotations.add(annotation);
      case HighlightDecision decision -> decisions.add(decision);
      case Link link -> links.add(link);
      case Unsupported mark -> unsupported.add(mark.annotation());
      case Verdict verdict -> verdicts.add(verdict);
      case Review _ -> reviews++;
      case Reveal _ -> {}
    }
  }

  /** What is new comes after what is at the same place already. */
  private void insert(Thing thing) {
    switch (thing) {
      case Annotation annotation ->
          annotations.add(after(annotations, annotation, BY_PLACE), annotation);
      case HighlightDecision decision ->
          decisions.add(after(decisions, decision, BY_HIGHLIGHT), decision);
      case Link _, Unsupported _, Verdict _, Review _, Reveal _ -> add(thing);
    }
  }

  private void remove(Thing thing) {
    switch (thing) {
      case Annotation annotation -> holds &= annotations.remove(annotation);
      case HighlightDecision decision -> holds &= decisions.remove(decision);
      case Link link -> holds &= links.remove(link);
      case Unsupported mark -> holds &= unsupported.remove(mark.annotation());
      case Verdict verdict -> holds &= verdicts.remove(verdict);
      case Review _ -> reviews--;
      case Reveal _ -> {}
    }
  }

  /** One that stands elsewhere now may stand before or after others there: that is looked up. */
  private void replace(Thing before, Thing after) {
    switch (after) {
      case Annotation annotation when BY_PLACE.compare((Annotation) before, annotation) != 0 ->
          holds = false;
      case Annotation annotation ->
          holds &= Collections.replaceAll(annotations, (Annotation) before, annotation);
      case HighlightDecision decision ->
          holds &= Collections.replaceAll(decisions, (HighlightDecision) before, decision);
      case Link link -> holds &= Collections.replaceAll(links, (Link) before, link);
      case Verdict verdict -> holds &= Collections.replaceAll(verdicts, (Verdict) before, verdict);
      case Unsupported _, Review _, Reveal _ -> {}
    }
  }

  private static <T> int after(List<T> sorted, T one, Comparator<T> order) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(sorted.get(middle), one) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
