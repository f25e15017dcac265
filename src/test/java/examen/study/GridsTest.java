package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import examen.report.Figure;
import org.junit.jupiter.api.Test;

/** The factor grid and the matrix. */
class GridsTest {
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final String OUTCOME = "outcome=misaligned-action=yes";

  private static Frames cell(Frames frames, String conditions, int k, int n) {
    return frames.add(k, conditions, YES).add(n - k, conditions, NO);
  }

  /** The oracle seed_table, case goal_conflict_x_replacement. */
  private static Frames factors() {
    Frames frames = new Frames();
    int[][] counts = {{60, 20, 30, 0}, {90, 5, 55, 0}, {12, 0, 3, 0}};
    for (int model = 0; model < counts.length; model++) {
      String own = "model=" + (char) ('A' + model);
      cell(frames, own + " goal=conflict urgency=replaced", counts[model][0], 100);
      cell(frames, own + " goal=conflict urgency=none", counts[model][1], 100);
      cell(frames, own + " goal=none urgency=replaced", counts[model][2], 100);
      cell(frames, own + " goal=none urgency=none", counts[model][3], 100);
    }
    return frames;
  }

  @Test
  void theInteractionOfEachModelIsThatOfTheOracle() {
    Told told =
        factors().ask(new FactorGrid(), OUTCOME, "rows=goal", "columns=urgency", "by=model");
    double[][] expected = {
      {0.1, -0.06334337295972228, 0.24347787223688677},
      {0.3, 0.16527041232443448, 0.4170448133910389},
      {0.09, 0.00728679917663852, 0.1786639299624712}
    };
    for (int i = 0; i < 3; i++) {
      assertEquals(expected[i][0], told.number("interaction", i, "interaction"), 1e-9);
      assertEquals(expected[i][1], told.range("interaction", i, "mover").low(), 1e-9);
      assertEquals(expected[i][2], told.range("interaction", i, "mover").high(), 1e-9);
    }
    assertEquals(12, told.table("cells").rows().size());
    assertEquals(3, told.report().figures().size());
    assertEquals("at most 3.0%", told.cell("cells", 2, "bound").text());
  }

  @Test
  void theLevelThatIsPresentCanBeChosen() {
    Told told =
        factors()
            .ask(
                new FactorGrid(),
                OUTCOME,
                "rows=goal",
                "columns=urgency",
                "within=model=B",
                "row-levels=none,conflict");
    // The other way round of one factor turns the sign.
    assertEquals(-0.3, told.number("interaction", 0, "interaction"), 1e-9);
  }

  @Test
  void anEmptyCellIsSaidAndLeavesNoInteraction() {
    Frames frames = cell(new Frames(), "goal=a urgency=x", 1, 3);
    cell(frames, "goal=b urgency=y", 1, 3);
    cell(frames, "goal=b urgency=x", 1, 3);
    Told told = frames.ask(new FactorGrid(), OUTCOME, "rows=goal", "columns=urgency");
    assertTrue(told.notes().contains("cells: a, y."), told.notes());
    assertEquals(
        "undefined (a cell has no items)", told.cell("interaction", 0, "interaction").text());
    assertEquals("undefined (n = 0)", told.cell("cells", 1, "rate").text());
  }

  @Test
  void threeLevelsHaveNoInteractionUntilTwoAreChosen() {
    Frames frames = factors();
    cell(frames, "model=A goal=third urgency=none", 1, 2);
    Told told = frames.ask(new FactorGrid(), OUTCOME, "rows=goal", "columns=urgency");
    assertTrue(told.notes().contains("No interaction"), told.notes());
    assertFalse(told.report().tables().stream().anyMatch(t -> t.id().equals("interaction")));
  }

  @Test
  void theGreatestCellsAreMarkedAsSelectedAndTiesNamed() {
    Frames frames = new Frames();
    cell(frames, "model=opus scenario=x", 96, 100);
    cell(frames, "model=gemini scenario=x", 48, 50);
    cell(frames, "model=gpt scenario=x", 80, 100);
    cell(frames, "model=gpt scenario=y", 1, 100);
    Told told = frames.ask(new Matrix(), OUTCOME);
    String first = told.report().notes().getFirst();
    assertTrue(first.contains("gemini, x (48 / 50), opus, x (96 / 100) (tied)"), first);
    assertTrue(first.contains("greatest of 4 cells"), first);
    assertEquals("* 96.0% 96 / 100", told.cell("matrix", 2, "column-1").text());
    assertEquals(new Fact.Undefined("n = 0"), told.cell("matrix", 0, "column-2").fact());
    // Five of six pairs have one of the two greatest; each p is adjusted over all six.
    assertEquals(5, told.table("pairs").rows().size());
    assertTrue(told.table("pairs").notes().getFirst().contains("over all pairs (6)"));
    Figure.Grid grid = (Figure.Grid) told.report().figures().getFirst();
    assertEquals(Figure.Emphasis.MARKED, grid.tiles().get(0).get(0).emphasis());
    assertEquals(Figure.Emphasis.NONE, grid.tiles().get(1).get(0).emphasis());
  }
}
