package examen.highlight;

import examen.transcript.Anchor;
import examen.transcript.Span;

/**
 * A sentence or clause that a rule found. Never an annotation by itself.
 *
 * @param pack the rule pack and its version, such as {@code agentic-misalignment@1}
 * @param rule id of the rule in the pack
 * @param cue the words that gave it away: a span of the same part's text, within the anchor's
 * @param reason one line that a rater understands
 */
public record Highlight(
    String pack, String rule, Category category, Anchor anchor, Span cue, String reason) {
  /** Whether no rule found it, but decisions on others make it likely. */
  public boolean isSuggestion() {
    return Recommender.isSuggestion(rule);
  }
}
