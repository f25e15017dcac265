package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the mistakes of a rule are said to be, in the text as it was written. */
final class RuleCheckTest {
  private static final Map<String, String> FRAGMENTS = Map.of("neg", "(?:not|never|hardly)");

  @Test
  void aMistakeBehindAFragmentStandsWhereItWasWritten() {
    //       0123456789012345
    assertEquals(List.of("PATTERNS 0 at 15: a ( without its )"), patterns("{neg} told (to "));
    assertEquals(List.of("PATTERNS 0 at 6: nothing before *"), patterns("{neg}(*told)"));
    assertEquals(List.of("PATTERNS 0 at 6: a capital letter"), patterns("{neg} Told"));
    assertEquals(List.of("PATTERNS 0 at 4: unknown escape \\q"), patterns("told\\q"));
    assertEquals(List.of("PATTERNS 0 at 5: a { without its }"), patterns("told {neg"));
    assertEquals(List.of("PATTERNS 0 at -1: no fragment is called nay"), patterns("told {nay}"));
  }

  @Test
  void everyPatternHasItsOwnMistake() {
    HighlightRule rule = rule(List.of(), List.of("told", "(to", "a", "him)"), List.of("[x", "no"));
    assertEquals(
        List.of(
            "PATTERNS 1 at 3: a ( without its )",
            "PATTERNS 2 at -1: no text of 3 letters that every match must have",
            "PATTERNS 3 at 3: a ) without its (",
            "UNLESS 0 at 2: a [ without its ]"),
        said(rule));
  }

  @Test
  void examplesAreLookedAtOnceAllPatternsAreRight() {
    HighlightRule rule =
        new HighlightRule(
            "r",
            Category.LEVERAGE,
            Scope.SENTENCE,
            List.of("told"),
            List.of(),
            List.of(),
            "why",
            List.of("I told you.", "I said so.", "Told!"),
            List.of("Retold.", "He told.", "No."));
    assertEquals(
        List.of(
            "FINDS 1 at -1: the rule does not find it",
            "PASSES 1 at -1: the rule finds something in it"),
        said(rule));
  }

  private static List<String> patterns(String pattern) {
    return said(rule(List.of(), List.of(pattern), List.of()));
  }

  private static HighlightRule rule(List<String> cues, List<String> patterns, List<String> unless) {
    return new HighlightRule(
        "r",
        Category.LEVERAGE,
        Scope.SENTENCE,
        cues,
        patterns,
        unless,
        "why",
        List.of(),
        List.of());
  }

  private static List<String> said(HighlightRule rule) {
    return RuleCheck.mistakes(rule, FRAGMENTS).stream()
        .map(
            m ->
                m.place()
                    + " "
                    + m.item()
                    + " at "
                    + m.offset()
                    + ": "
                    + m.why().replace(", which no sentence has when it is matched", ""))
        .toList();
  }
}
