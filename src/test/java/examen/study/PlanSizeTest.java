package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against numbers that R (power.prop.test, epiR, irr) and closed forms gave. */
class PlanSizeTest {
  private static Told plan(String... choices) {
    return new Frames().add(7, "").ask(new PlanSize(), choices);
  }

  private static long row(Told told, int row) {
    return ((Fact.Count) told.cell("sizes", row, "number").fact()).count();
  }

  @Test
  void plansAnIntervalOfARateInASmallPopulation() {
    Told told = plan("rate=0.065", "half-width=0.02", "population=500");
    assertEquals(List.of(589L, 584L, 270L), List.of(row(told, 0), row(told, 1), row(told, 2)));
    assertEquals(
        "a rate | 6.5% +- 2 points at 95% | Wald, of 500 | 270", told.lines("sizes").get(2));
    assertTrue(told.table("sizes").notes().getFirst().contains("500"));
  }

  @Test
  void plansToFindNoError() {
    Told told = plan("population=1000", "error-rate=0.01");
    assertEquals(List.of(299L, 258L), List.of(row(told, 3), row(told, 4)));
    assertTrue(told.lines("sizes").get(4).contains("of 1,000, of which 10 errors"));
  }

  @Test
  void plansRecallByTrueCases() {
    // The Wilson number for .1 and .03 is that for .9 and .03; a twentieth of all are true.
    Told told = plan("half-width=0.03", "recall=0.9", "prevalence=0.05");
    assertEquals(List.of(384L, 7_680L), List.of(row(told, 5), row(told, 6)));
  }

  @Test
  void plansADifferenceInEachGroup() {
    Told told = plan("rate=0.96", "other-rate=0.8");
    assertEquals(List.of(64L, 58L), List.of(row(told, 5), row(told, 6)));
  }

  @Test
  void samplesOfOnePromptNeedMore() {
    // 381 x (1 + 24 x .325) = 3352.8
    Told told = plan("samples=25", "correlation=0.325");
    assertEquals(3_353L, row(told, 3));
    assertTrue(told.notes().contains("guess until a pilot"));
  }

  @Test
  void plansAKappa() {
    Told told = plan("rate=0.1", "kappa=0.8", "refuted-kappa=0.6");
    assertEquals(239L, row(told, 5));
  }

  @Test
  void whatCannotBePlannedSaysWhy() {
    Told same = plan("rate=0.3", "other-rate=0.3");
    assertEquals("undefined (the rates are the same)", same.cell("sizes", 5, "number").text());
    assertThrows(Unanswerable.class, () -> plan("rate=1.2"));
    assertThrows(Unanswerable.class, () -> plan("population=0"));
    assertThrows(Unanswerable.class, () -> plan("power=1", "other-rate=0.1"));
  }

  @Test
  void theProjectIsThePopulationIfNothingIsSaid() {
    assertTrue(plan().lines("sizes").get(2).contains("of 7"));
    assertEquals("7", plan().report().inputs().getFirst().rows().getFirst().getFirst().text());
  }
}
