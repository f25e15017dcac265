package examen.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How long work goes on. */
class RemainingTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aQuarterInTenSecondsLeavesThirty() {
    Remaining remaining = new Remaining(5 * SECOND);
    assertTrue(remaining.seconds(-1, 6 * SECOND) < 0, "it is not known how far it is");
    assertTrue(remaining.seconds(0, 7 * SECOND) < 0);
    assertEquals(30, remaining.seconds(0.25, 17 * SECOND), 1e-9, "from the first that is known");
    assertEquals(0, remaining.seconds(1, 47 * SECOND), 1e-9);
  }

  @Test
  void nothingIsSaidAtOnce() {
    Remaining remaining = new Remaining(0);
    assertTrue(remaining.seconds(0.5, SECOND / 10) < 0);
    assertEquals(2, remaining.seconds(0.5, 2 * SECOND), 1e-9);
  }

  @Test
  void anotherStretchOfTheWorkIsReckonedByItself() {
    Remaining remaining = new Remaining(0);
    assertEquals(1, remaining.seconds(0.9, 9 * SECOND), 1e-9);
    assertTrue(remaining.seconds(0, 10 * SECOND) < 0);
    assertEquals(80, remaining.seconds(0.2, 30 * SECOND), 1e-9);
  }
}
