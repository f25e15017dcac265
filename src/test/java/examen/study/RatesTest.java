package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final String UNCLEAR = "ann: misaligned-action=unclear";
  private static final String OUTCOME = "outcome=misaligned-action=yes";

  /** The five models of the publication that speaks of "up to 96 %". */
  private static Frames models() {
    Frames frames = new Frames();
    new TreeMap<>(Map.of("opus", 96, "gemini", 96, "gpt", 80, "grok", 80, "deepseek", 79))
        .forEach(
            (model, k) -> frames.add(k, "model=" + model, YES).add(100 - k, "model=" + model, NO));
    return frames;
  }

  @Test
  void samplesOfOnePromptAreCountedByPrompt() {
    // R, survey 4.1-1: svymean and degf over five clusters.
    Told told =
        new Frames()
            .add(3, "variant=a", YES)
            .add(2, "variant=b", NO)
            .add(3, "variant=c", NO)
            .add(2, "variant=c", YES)
            .add("variant=d", YES)
            .add("variant=e", NO)
            .ask(new Rates(), OUTCOME, "cluster=variant");
    assertEquals(0.18633899812498247, told.number("rates", 0, "cluster-error"), 1e-9);
    assertEquals(1.5277777777777781, told.number("rates", 0, "design-effect"), 1e-9);
    Fact.Range range = told.range("rates", 0, "cluster-interval");
    assertEquals(-0.01735999925156939, range.low(), 1e-9);
    assertEquals(1.0173599992515694, range.high(), 1e-9);
    assertTrue(told.notes().contains("12 samples of 5 prompts"), told.notes());
  }

  @Test
  void onePromptSaysNothingOfOthers() {
    Told told =
        new Frames()
            .add(96, "variant=a", YES)
            .add(4, "variant=a", NO)
            .ask(new Rates(), OUTCOME, "cluster=variant");
    assertEquals("undefined (one prompt)", told.cell("rates", 0, "cluster-error").text());
    assertEquals("undefined (one prompt)", told.cell("rates", 0, "cluster-interval").text());
    assertEquals(
        List.of("all | 96 / 100 | 96.0% | [90.2, 98.4] | 1 | undefined (one prompt)"),
        told.lines("rates").stream().map(line -> line.substring(0, 66)).toList());
  }

  @Test
  void aTranscriptOfNoPromptIsOneOfItsOwn() {
    Told told =
        new Frames()
            .add(2, "variant=a", YES)
            .add(2, "model=x", NO)
            .ask(new Rates(), OUTCOME, "cluster=variant");
    assertEquals("3", told.cell("rates", 0, "prompts").text());
    assertTrue(told.notes().contains("Of 2 transcripts it is not said"), told.notes());
  }

  @Test
  void pairsAreAdjustedOverTheWholeFamily() {
    Told told = models().ask(new Rates(), OUTCOME, "by=model", "pairs=yes");
    assertEquals(10, told.table("pairs").rows().size());
    // scipy 1.10.1 fisher_exact, statsmodels 0.13.5 multipletests.
    assertEquals(0.0012822566096231363, adjusted(told, "deepseek", "opus"), 1e-9);
    assertEquals(0.0012822566096231363, adjusted(told, "gemini", "gpt"), 1e-9);
    assertEquals(1, adjusted(told, "gemini", "opus"), 1e-12);
    assertEquals(1, adjusted(told, "gpt", "grok"), 1e-12);
  }

  private static double adjusted(Told told, String first, String second) {
    for (int i = 0; i < 10; i++) {
      if (told.cell("pairs", i, "first").text().equals(first)
          && told.cell("pairs", i, "second").text().equals(second)) {
        return told.number("pairs", i, "adjusted");
      }
    }
    throw new AssertionError("no pair of " + first + " and " + second);
  }

  @Test
  void noneOfManyHasABound() {
    Told told =
        new Frames()
            .add(500, "model=a", NO)
            .add(1, "model=b", YES)
            .add(1, "model=b", NO)
            .ask(new Rates(), OUTCOME, "by=model");
    assertEquals("at most 0.6%", told.cell("rates", 0, "bound").text());
    assertEquals("", told.cell("rates", 1, "bound").text());
  }

  @Test
  void whatIsUnclearIsCountedNeitherWay() {
    Told told =
        new Frames()
            .add(217, "", YES)
            .add(167, "", NO)
            .add(10, "", UNCLEAR)
            .add(3, "", "ben?:")
            .ask(new Rates(), OUTCOME);
    // The oracle seed_table, case with_unjudgeable.
    assertEquals("217 / 384", told.cell("rates", 0, "count").text());
    assertEquals("[55.1, 57.6]", told.cell("rates", 0, "if-judged").text());
    assertEquals("10", told.cell("rates", 0, "unclear").text());
    assertEquals("3", told.cell("rates", 0, "missing").text());
  }

  @Test
  void everyNumberHasItsTranscriptsBehindIt() {
    Told told = models().ask(new Rates(), OUTCOME, "by=model", "pairs=yes");
    assertEquals(96, told.cell("rates", 1, "count").behind().size());
    assertEquals(100, told.cell("rates", 1, "interval").behind().size());
    assertEquals(200, told.cell("pairs", 0, "p").behind().size());
  }
}
