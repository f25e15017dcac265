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
    for (int i = 0; i < rule.patterns().size(); i++) {
      Expression pattern = parse("patterns", rule.patterns(), i, fragments);
      List<Set<String>> required = RequiredWords.of(pattern);
      if (required.isEmpty()) {
        throw new BadPattern(
            "patterns[" + i + "]: no text of 3 letters that every match must have");
      }
      patterns.add(new Compiled(Program.forwards(pattern), Program.backwards(pattern), required));
    }
    List<Expression> vetoes = new ArrayList<>();
    for (int i = 0; i < rule.unless().size(); i++) {
      vetoes.add(parse("unless", rule.unless(), i, fragments));
    }
    this.unless = vetoes.isEmpty() ? null : Program.forwards(new Expression.Choice(vetoes));
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

  private static Expression parse(String name, List<String> patterns, int i, Fragments fragments)
      throws BadPattern {
    try {
      return PatternSyntax.parse(fragments.expand(patterns.get(i)));
    } catch (BadPattern e) {
      throw new BadPattern(name + "[" + i + "]: " + e.why());
    }
  }
}
