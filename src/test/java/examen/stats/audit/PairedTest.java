package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bootstrap;
import examen.stats.Clusters;
import examen.stats.Interval;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.Undefined;
import examen.stats.agreement.PercentAgreement;
import examen.stats.rate.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedTest {
  private static final long SEED = 53;

  @Test
  void changingTheTwoChangesTheSignOnly() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      McNemar one =
          new McNemar(
              random.nextInt(30), random.nextInt(12), random.nextInt(12), 1 + random.nextInt(30));
      McNemar other =
          new McNemar(
              one.both(), /* first= */ one.second(), /* second= */ one.first(), one.neither());
      String at = "seed " + SEED + ", " + one;
      assertEquals(one.exactP(), other.exactP(), 0, at);
      assertEquals(one.midP(), other.midP(), 0, at);
      Interval here = (Interval) one.newcombe(0.95);
      Interval there = (Interval) other.newcombe(0.95);
      assertEquals(here.low(), -there.high(), 1e-12, at);
      assertTrue(here.contains(one.difference().orNaN()), at);
      assertTrue(one.midP() <= one.exactP() && one.midP() > 0, at);
    }
  }

  @Test
  void theExactProbabilityIsTheSumOfBothTails() {
    McNemar pairs = new McNemar(0, 2, 7, 0);
    double tail = (1 + 9 + 36) / 512.0;
    assertEquals(2 * tail, pairs.exactP(), 1e-12);
    assertEquals(2 * tail - 36 / 512.0, pairs.midP(), 1e-12);
    assertEquals(1, new McNemar(3, 4, 4, 3).midP(), 1e-12);
  }

  @Test
  void newcombeCoversTheDifference() {
    Random random = new Random(SEED);
    int covered = 0;
    for (int round = 0; round < 2000; round++) {
      long[] cells = new long[4];
      for (int i = 0; i < 80; i++) {
        double u = random.nextDouble();
        cells[u < 0.5 ? 0 : u < 0.65 ? 1 : u < 0.73 ? 2 : 3]++;
      }
      McNemar pairs = new McNemar(cells[0], cells[1], cells[2], cells[3]);
      covered += ((Interval) pairs.newcombe(0.95)).contains(0.15 - 0.08) ? 1 : 0;
    }
    assertTrue(covered >= 1870 && covered <= 1950, "seed " + SEED + ": " + covered);
  }

  @Test
  void unitsAreCountedByWhoWasRight() {
    boolean[] first = {true, true, true, false, false, false};
    boolean[] second = {true, false, false, true, false, false};
    assertEquals(new McNemar(1, 2, 1, 2), McNemar.of(first, second));
    assertInstanceOf(Undefined.class, new McNemar(0, 0, 0, 0).difference());
    assertInstanceOf(Undefined.class, new McNemar(0, 0, 0, 0).newcombe(0.95));
    assertInstanceOf(Undefined.class, new McNemar(5, 0, 0, 5).chiSquareP());
  }

  @Test
  void millionsOfPairsHaveAProbability() {
    double p = new McNemar(5_000_000, 1_000_000, 1_002_000, 5_000_000).midP();
    double z = 2000 / Math.sqrt(2_002_000.0);
    assertEquals(Normal.twoSided(z), p, 1e-4);
  }

  /** Three humans who are right nine times of ten; the classifier is as good, or guesses. */
  @Test
  void aClassifierAsGoodAsAHumanIsNotBelowThemAndAGuessingOneIs() {
    Interval good = difference(0.1);
    Interval guessing = difference(0.5);
    assertTrue(good.contains(0), "seed " + SEED + ": " + good);
    assertTrue(guessing.high() < -0.2, "seed " + SEED + ": " + guessing);
  }

  private static Interval difference(double wrong) {
    Random random = new Random(SEED);
    List<int[]> units = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int truth = random.nextInt(2);
      units.add(
          new int[] {
            said(random, truth, 0.1),
            said(random, truth, wrong),
            said(random, truth, 0.1),
            said(random, truth, 0.1)
          });
    }
    ClassifierAsRater rater = new ClassifierAsRater(new PercentAgreement(), table(units, 4), 1);
    assertEquals(
        rater.withClassifier().each().orNaN() - rater.amongHumans().each().orNaN(),
        rater.difference().each().orNaN(),
        1e-12);
    return (Interval)
        Bootstrap.seeded(SEED).interval(rater.difference(), Clusters.none(units.size()));
  }

  @Test
  void raterPairsWithoutSharedUnitsAreLeftOut() {
    List<int[]> units = List.of(new int[] {0, 0, -1}, new int[] {1, -1, 1}, new int[] {1, 1, -1});
    ClassifierAsRater rater = new ClassifierAsRater(new PercentAgreement(), table(units, 3), 0);
    assertEquals(1, rater.leftOut());
    assertEquals(1, rater.withClassifier().each().orNaN());
    assertInstanceOf(Undefined.class, rater.difference().each());
  }

  private static ReliabilityTable table(List<int[]> units, int raters) {
    return new ReliabilityTable(Scale.nominal(List.of("no", "yes")), raters, units);
  }

  private static int said(Random random, int truth, double wrong) {
    return random.nextDouble() < wrong ? 1 - truth : truth;
  }
}
