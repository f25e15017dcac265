package examen.highlight;

import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.Optional;

/**
 * A place that a rule found, or that a classifier points at. Never an annotation by itself.
 *
 * @param kind what it shows
 * @param cue the words that gave it away: a span of the same part's text, within the anchor's
 * @param reason one line that a rater understands, or the classifier's own explanation; may be
 *     empty for a classifier
 */
public record Highlight(FoundBy foundBy, Kind kind, Anchor anchor, Span cue, String reason) {
  /**
   * A sentence or clause that a rule found.
   *
   * @param pack the rule pack and its version, such as {@code agentic-misalignment@1}
   * @param rule id of the rule in the pack
   */
  public Highlight(
      String pack, String rule, Category category, Anchor anchor, Span cue, String reason) {
    this(new FoundBy.Rule(pack, rule), new Kind.Of(category), anchor, cue, reason);
  }

  public String pack() {
    return foundBy.pack();
  }

  public String rule() {
    return foundBy.rule();
  }

  /** The category that it shows; empty where that is none of ours. */
  public Optional<Category> category() {
    return kind.categoryIfAny();
  }

  /** Whether no rule found it, but decisions on others make it likely. */
  public boolean isSuggestion() {
    return switch (foundBy) {
      case FoundBy.Rule by -> Recommender.isSuggestion(by.rule());
      case FoundBy.Classifier _ -> false;
    };
  }
}
