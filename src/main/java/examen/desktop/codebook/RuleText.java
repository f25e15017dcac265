package examen.desktop.codebook;

import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule as it is being written: what stands in its fields, whether or not it can be used. Lists
 * stand one item a line.
 *
 * @param looksFor which of cues and patterns count; what stands in the other is kept meanwhile
 * @param hidden items that a field cannot show as they are, by how it shows them
 */
record RuleText(
    String id,
    Category category,
    Scope scope,
    LooksFor looksFor,
    String cues,
    String patterns,
    String unless,
    String reason,
    String finds,
    String passes,
    Map<String, String> hidden) {
  RuleText {
    hidden = Map.copyOf(hidden);
  }

  /** What a rule looks for. */
  enum LooksFor {
    WORDS("words"),
    PATTERNS("patterns");

    private final String wire;

    LooksFor(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  /** A rule that says nothing yet. */
  static RuleText empty(Category category) {
    return new RuleText(
        "", category, Scope.SENTENCE, LooksFor.WORDS, "", "", "", "", "", "", Map.of());
  }

  static RuleText of(HighlightRule rule) {
    Map<String, String> hidden = new HashMap<>();
    for (List<String> list :
        List.of(rule.cues(), rule.patterns(), rule.unless(), rule.finds(), rule.passes())) {
      hidden.putAll(Lines.hidden(list));
    }
    hidden.putAll(Lines.hidden(List.of(rule.reason())));
    return new RuleText(
        rule.id(),
        rule.category(),
        rule.scope(),
        rule.cues().isEmpty() ? LooksFor.PATTERNS : LooksFor.WORDS,
        Lines.shown(rule.cues()),
        Lines.shown(rule.patterns()),
        Lines.shown(rule.unless()),
        Lines.shown(List.of(rule.reason())),
        Lines.shown(rule.finds()),
        Lines.shown(rule.passes()),
        hidden);
  }

  /** The rule that is written here; it may be one that cannot be used. */
  HighlightRule rule() {
    boolean words = looksFor == LooksFor.WORDS;
    return new HighlightRule(
        id.strip(),
        category,
        scope,
        words ? Lines.items(cues, hidden) : List.of(),
        words ? List.of() : Lines.items(patterns, hidden),
        Lines.items(unless, hidden),
        hidden.getOrDefault(reason, reason.strip()),
        Lines.items(finds, hidden),
        Lines.items(passes, hidden));
  }
}
