package examen.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule whose patterns have been read. Immutable. */
final class CompiledRule {
  /**
   * One of its patterns.
   *
   * @param required see {@link RequiredWords}; never empty
   */
  record Compiled(Program forwards, Program backwards, List<Set<String>> required) {}

  private final HighlightRule rule;
  private final List<Compiled> patterns = new ArrayList<>();
  private final @Nullable Program unless;

  /**
   * @throws BadPattern which names the place in the rule
   */
  CompiledRule(HighlightRule rule, Fragments fragments) throws BadPattern {
    this.rule = rule;
    for (int i = 0; i < rule.cues().size(); i++) {
      add(CueWords.of(rule.cues().get(i), "cues[" + i + "]"), "cues[" + i + "]");
    }
    for (int i = 0; i < rule.patterns().size(); i++) {
      add(parse("patterns", rule.patterns(), i, fragments), "patterns[" + i + "]");
    }
    List<Expression> vetoes = new ArrayList<>();
    for (int i = 0; i < rule.unless().size(); i++) {
      vetoes.add(parse("unless", rule.unless(), i, fragments));
    }
    this.unless = vetoes.isEmpty() ? null : unless(vetoes);
  }

  private void add(Expression pattern, String place) throws BadPattern {
    List<Set<String>> required = RequiredWords.of(pattern);
    if (required.isEmpty()) {
      throw new BadPattern(
          place + ": no text of " + RequiredWords.SHORTEST + " letters that every match must have");
    }
    try {
      patterns.add(new Compiled(Program.forwards(pattern), Program.backwards(pattern), required));
    } catch (BadPattern e) {
      throw new BadPattern(place + ": " + e.why());
    }
  }

  private static Program unless(List<Expression> vetoes) throws BadPattern {
    try {
      return Program.forwards(new Expression.Choice(vetoes));
    } catch (BadPattern e) {
      throw new BadPattern("unless: " + e.why());
    }
  }

  HighlightRule rule() {
    return rule;
  }

  List<Compiled> patterns() {
    return patterns;
  }

  /** One program for all vetoes; null where there are none. */
  @Nullable Program unless() {
    return unless;
  }

  /** How many steps its programs have. */
  int size() {
    int steps = unless == null ? 0 : unless.size();
    for (Compiled pattern : patterns) {
      steps += pattern.forwards().size() + pattern.backwards().size();
    }
    return steps;
  }

  private static Expression parse(String name, List<String> patterns, int i, Fragments fragments)
      throws BadPattern {
    try {
      return PatternSyntax.parse(fragments.expand(patterns.get(i)));
    } catch (BadPattern e) {
      throw e.within(name + "[" + i + "]: ");
    }
  }
}
