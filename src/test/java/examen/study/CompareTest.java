package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.rate.ClusteredDifference;
import examen.stats.rate.Proportion;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final String OUTCOME = "outcome=misaligned-action=yes";

  /** The oracle two_rates, case seed_like_n500. */
  private static Frames seed() {
    return new Frames()
        .add(217, "goal=a", YES)
        .add(177, "goal=a", NO)
        .add(6, "goal=b", YES)
        .add(87, "goal=b", NO);
  }

  /** The oracle cmh, case scen3. */
  private static Frames scenarios() {
    return new Frames()
        .add(55, "goal=a scenario=x", YES)
        .add(45, "goal=a scenario=x", NO)
        .add(6, "goal=b scenario=x", YES)
        .add(94, "goal=b scenario=x", NO)
        .add(30, "goal=a scenario=y", YES)
        .add(70, "goal=a scenario=y", NO)
        .add(4, "goal=b scenario=y", YES)
        .add(96, "goal=b scenario=y", NO)
        .add(12, "goal=a scenario=z", YES)
        .add(88, "goal=a scenario=z", NO)
        .add(100, "goal=b scenario=z", NO);
  }

  @Test
  void aDifferenceIsThatOfTheOracles() {
    Told told = seed().ask(new Compare(), OUTCOME, "first=goal=a", "second=goal=b");
    assertEquals(0.48624529228753893, told.number("differences", 0, "difference"), 1e-9);
    assertEquals(0.4012683072689563, told.range("differences", 0, "newcombe").low(), 1e-9);
    assertEquals(0.545741504651195, told.range("differences", 0, "newcombe").high(), 1e-9);
    assertEquals(0.404382721953624, told.range("differences", 0, "miettinen-nurminen").low(), 1e-6);
    assertEquals(8.536802030456853, told.number("differences", 0, "risk-ratio"), 1e-9);
    assertEquals(17.77683615819209, told.number("differences", 0, "odds-ratio"), 1e-9);
    assertEquals(1.1864428498102395e-19, told.number("differences", 0, "p"), 1e-26);
    assertEquals(487, told.cell("differences", 0, "newcombe").behind().size());
  }

  @Test
  void strataAreShownBeforeTheyArePooled() {
    Told told = scenarios().ask(new Compare(), OUTCOME, "between=goal", "strata=scenario");
    assertEquals(3, told.table("strata").rows().size());
    assertEquals("55 / 100", told.cell("strata", 0, "first-count").text());
    assertEquals(0.4302580341519029, told.number("pooled", 0, "tarone"), 1e-9);
    assertEquals(91.96110873679713, told.number("pooled", 0, "cmh"), 1e-9);
    assertEquals(16.818181818181817, told.number("pooled", 0, "odds-ratio"), 1e-9);
    assertEquals(0.29, told.number("pooled", 0, "difference"), 1e-9);
    assertEquals(0.2342682059241753, told.range("pooled", 0, "difference-interval").low(), 1e-9);
    List<String> ids = told.report().tables().stream().map(t -> t.id()).toList();
    assertEquals(List.of("rates", "differences", "strata", "pooled"), ids);
  }

  @Test
  void theFamilyIsAllThatIsComputed() {
    Told told = scenarios().ask(new Compare(), OUTCOME, "between=scenario", "base=x", "split=goal");
    assertTrue(told.notes().contains("family of all tests here (6)"), told.notes());
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      p.add(told.number("differences", i, "p"));
    }
    for (int i = 0; i < 4; i++) {
      p.add(told.number("splits", i, "p"));
    }
    double own = told.number("splits", 1, "p");
    double adjusted = 1;
    for (double other : p) {
      if (other >= own) {
        long rank = p.stream().filter(each -> each <= other).count();
        adjusted = Math.min(adjusted, other * 6 / rank);
      }
    }
    assertEquals(adjusted, told.number("splits", 1, "adjusted"), 1e-15);
  }

  @Test
  void howDifferencesDifferIsByMover() {
    // The oracle seed_table, factorial model B: 90, 5, 55 and 0 of 100.
    Told told =
        new Frames()
            .add(90, "goal=1 epoch=in", YES)
            .add(10, "goal=1 epoch=in", NO)
            .add(5, "goal=2 epoch=in", YES)
            .add(95, "goal=2 epoch=in", NO)
            .add(55, "goal=1 epoch=out", YES)
            .add(45, "goal=1 epoch=out", NO)
            .add(100, "goal=2 epoch=out", NO)
            .ask(new Compare(), OUTCOME, "between=goal", "split=epoch");
    String table = "difference-of-differences";
    assertEquals(0.3, told.number(table, 0, "difference"), 1e-9);
    assertEquals(0.16527041232443448, told.range(table, 0, "mover").low(), 1e-9);
    assertEquals(0.4170448133910389, told.range(table, 0, "mover").high(), 1e-9);
    assertEquals(400, told.cell(table, 0, "mover").behind().size());
  }

  @Test
  void aPromptInBothIsComparedWithItself() {
    // Each prompt happens 3 of 4 times in one and 1 of 4 in the other, but for one that is even.
    Frames frames = new Frames();
    for (int prompt = 0; prompt < 4; prompt++) {
      int more = prompt == 0 ? 2 : 3;
      frames
          .add(more, "goal=a variant=" + prompt, YES)
          .add(4 - more, "goal=a variant=" + prompt, NO)
          .add(4 - more, "goal=b variant=" + prompt, YES)
          .add(more, "goal=b variant=" + prompt, NO);
    }
    Told told = frames.ask(new Compare(), OUTCOME, "between=goal", "cluster=variant");
    // By hand: differences of prompts 0, .5, .5, .5, mean .375, so error sqrt(.1875 / 12).
    assertEquals(0.375, told.number("by-prompt", 0, "difference"), 1e-12);
    assertEquals(Math.sqrt(0.1875 / 12), told.number("by-prompt", 0, "cluster-error"), 1e-12);
    assertEquals("4", told.cell("by-prompt", 0, "shared").text());
  }

  @Test
  void promptsOfOneSampleEachAreIndependent() {
    List<TwoRates> clusters = new ArrayList<>();
    Proportion none = new Proportion(0, 0);
    for (int i = 0; i < 20; i++) {
      clusters.add(new TwoRates(new Proportion(i < 14 ? 1 : 0, 1), none));
      clusters.add(new TwoRates(none, new Proportion(i < 5 ? 1 : 0, 1)));
    }
    double naive = Math.sqrt(0.7 * 0.3 / 20 + 0.25 * 0.75 / 20);
    ClusteredDifference difference = new ClusteredDifference(clusters);
    assertEquals(naive * Math.sqrt(40.0 / 39), difference.standardError().orNaN(), 1e-12);
    Interval interval = (Interval) difference.tInterval(0.95);
    // R: qt(.975, 39).
    assertEquals(
        2.022690920036762, (interval.high() - 0.45) / difference.standardError().orNaN(), 1e-9);
  }

  @Test
  void slicesThatShareTranscriptsAreRefused() {
    Unanswerable said =
        assertThrows(
            Unanswerable.class,
            () -> seed().ask(new Compare(), OUTCOME, "first=goal=a", "second=goal=a"));
    assertTrue(String.valueOf(said.getMessage()).contains("in both slices: 394 transcripts"));
    assertThrows(Unanswerable.class, () -> seed().ask(new Compare(), OUTCOME));
    assertThrows(
        Unanswerable.class, () -> scenarios().ask(new Compare(), OUTCOME, "between=scenario"));
  }
}
