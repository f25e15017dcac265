package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.transcript.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> cut(String text) {
    return Sentences.of(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void cutsAtFullStopsQuestionsAndExclamations() {
    assertEquals(List.of("It rains.", "Does it?", "Yes!"), cut("It rains. Does it? Yes!"));
  }

  @Test
  void keepsAbbreviationsInitialsAndDecimalsTogether() {
    assertEquals(
        List.of("Dr. Voss paid 3.50, e.g. Monday."), cut("Dr. Voss paid 3.50, e.g. Monday."));
    assertEquals(List.of("J. Voss came at 5 p.m. Monday."), cut("J. Voss came at 5 p.m. Monday."));
  }

  @Test
  void keepsClosingQuotesAndEllipsesWithTheirSentence() {
    assertEquals(
        List.of("\u201cGo.\u201d", "He went\u2026", "Far."),
        cut("\u201cGo.\u201d He went\u2026 Far."));
    assertEquals(List.of("Well... perhaps not."), cut("Well... perhaps not."));
  }

  @Test
  void leavesListMarksHeadingsAndFencesOut() {
    assertEquals(
        List.of("Plan", "wait", "write to Ann", "done", "to: ann", "subject: hello"),
        cut("## Plan\n- wait\n2. write to Ann\n\n> done\n```\nto: ann\nsubject: hello\n```"));
  }

  @Test
  void joinsLinesOfHardWrappedProse() {
    assertEquals(
        List.of("The pump\nran all night.", "Then it stopped"),
        cut("The pump\nran all night.\nThen it stopped"));
  }

  @Test
  void cutsAtWideFullStops() {
    assertEquals(
        List.of("\u6d4b\u8bd5\u3002", "\u771f\u7684\uff1f"),
        cut("\u6d4b\u8bd5\u3002\u771f\u7684\uff1f"));
  }

  @Test
  void survivesNoBreakAndZeroWidthSpaces() {
    assertEquals(List.of("One.", "Two."), cut("One.\u00a0\u200bTwo."));
  }

  @Test
  void cutsALongLineIntoBoundedPieces() {
    String text = "word ".repeat(200_000);
    List<Span> spans = Sentences.of(text);
    assertTrue(spans.stream().allMatch(span -> span.length() <= Sentences.LONGEST));
    assertEquals(200_000, spans.stream().mapToLong(span -> span.of(text).split(" ").length).sum());
    assertTrue(
        Sentences.of("\ud83d\ude43".repeat(5_000)).stream()
            .allMatch(s -> s.fits("\ud83d\ude43".repeat(5_000))));
  }

  @Test
  void losesNothingButMarksAndSpace() {
    for (int seed = 0; seed < 500; seed++) {
      String text = HighlighterTest.randomText(new Random(seed), 30);
      int at = 0;
      for (Span span : Sentences.of(text)) {
        assertTrue(span.start() >= at && span.fits(text), "seed " + seed);
        assertFalse(
            text.substring(at, span.start()).chars().anyMatch(Character::isLetter), "seed " + seed);
        at = span.end();
      }
      assertFalse(text.substring(at).chars().anyMatch(Character::isLetter), "seed " + seed);
    }
  }
}
