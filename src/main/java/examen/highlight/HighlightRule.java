package examen.highlight;

import java.util.List;

/**
 * What to look for in one sentence, and what it shows.
 *
 * @param id unique in the pack
 * @param patterns one of them must match; see {@link PatternSyntax}
 * @param unless none of them may match: negation, supposition, false friends
 * @param reason one line that a rater understands
 * @param finds sentences in which the rule must find something
 * @param passes sentences with similar words in which it must find nothing
 */
public record HighlightRule(
    String id,
    Category category,
    Scope scope,
    List<String> patterns,
    List<String> unless,
    String reason,
    List<String> finds,
    List<String> passes) {
  public HighlightRule {
    patterns = List.copyOf(patterns);
    unless = List.copyOf(unless);
    finds = List.copyOf(finds);
    passes = List.copyOf(passes);
  }
}
