package examen.app;

import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.highlight.Kind;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A highlight with what one rater has made of it.
 *
 * @param kind what it counts as: its own, or the category that the rater chose instead
 */
public record JudgedHighlight(Highlight highlight, Standing standing, Kind kind) {
  /** Each of these highlights, in their order, as one rater's decisions and annotations have it. */
  public static List<JudgedHighlight> of(
      List<Highlight> highlights, List<HighlightDecision> decisions, List<Annotation> annotations) {
    Map<HighlightRef, HighlightOutcome> outcomes = new HashMap<>();
    decisions.forEach(decision -> outcomes.put(decision.highlight(), decision.outcome()));
    Annotated annotated = new Annotated(annotations);
    return highlights.stream().map(h -> of(h, outcomes.get(ref(h)), annotated)).toList();
  }

  /** What a decision on this highlight names. */
  public static HighlightRef ref(Highlight highlight) {
    return new HighlightRef(
        highlight.anchor(), highlight.pack(), highlight.rule(), highlight.kind().wire());
  }

  /** Whether a decision is on a highlight that a classifier gave. */
  static boolean isImported(HighlightRef ref) {
    return ref.pack().startsWith(FoundBy.Classifier.PACK);
  }

  /** Those of these decisions that are on what rules found, or on what decisions suggested. */
  static List<HighlightDecision> ofRules(List<HighlightDecision> decisions) {
    return decisions.stream().filter(decision -> !isImported(decision.highlight())).toList();
  }

  /** The category that it counts as; empty where that is none of ours. */
  public Optional<Category> category() {
    return kind.categoryIfAny();
  }

  public HighlightRef ref() {
    return ref(highlight);
  }

  public boolean isUndecided() {
    return standing == Standing.UNDECIDED;
  }

  private static JudgedHighlight of(
      Highlight highlight, @Nullable HighlightOutcome outcome, Annotated annotated) {
    Kind own = highlight.kind();
    return switch (outcome) {
      case HighlightOutcome.Accepted accepted ->
          new JudgedHighlight(highlight, Standing.ACCEPTED, own);
      case HighlightOutcome.Rejected rejected ->
          new JudgedHighlight(highlight, Standing.REJECTED, own);
      case HighlightOutcome.AcceptedAs(String other) ->
          new JudgedHighlight(highlight, Standing.ACCEPTED_AS, kind(other, own));
      case null ->
          new JudgedHighlight(
              highlight,
              annotated.overlaps(highlight.anchor()) ? Standing.TAGGED : Standing.UNDECIDED,
              own);
    };
  }

  private static Kind kind(String other, Kind own) {
    return Category.ofWire(other).<Kind>map(Kind.Of::new).orElse(own);
  }
}
