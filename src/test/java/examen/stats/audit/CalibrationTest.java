package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final long SEED = 31;

  /** With two scores the line goes through both log odds seen. */
  @Test
  void twoScoresAreFittedExactly() {
    boolean[] gold = new boolean[300];
    double[] scores = new double[300];
    for (int i = 0; i < 300; i++) {
      scores[i] = i < 100 ? 0.2 : 0.6;
      gold[i] = i < 30 || (i >= 100 && i < 250);
    }
    double low = Math.log(30 / 70.0);
    double high = Math.log(150 / 50.0);
    double slope = (high - low) / (Math.log(0.6 / 0.4) - Math.log(0.2 / 0.8));
    Recalibration line = new Calibration(gold, scores).recalibration();
    assertEquals(slope, line.slope().orNaN(), 1e-10);
    assertEquals(low - slope * Math.log(0.25), line.intercept().orNaN(), 1e-10);
  }

  @Test
  void scoresThatAreRightHaveSlopeOneAndSquaredOddsHalfOfIt() {
    Random random = new Random(SEED);
    boolean[] gold = new boolean[20_000];
    double[] right = new double[gold.length];
    double[] sure = new double[gold.length];
    for (int i = 0; i < gold.length; i++) {
      double p = 0.05 + 0.9 * random.nextDouble();
      right[i] = p;
      sure[i] = p * p / (p * p + (1 - p) * (1 - p));
      gold[i] = random.nextDouble() < p;
    }
    Recalibration line = new Calibration(gold, right).recalibration();
    Recalibration steep = new Calibration(gold, sure).recalibration();
    assertTrue(((Interval) line.slopeInterval(0.999)).contains(1), "seed " + SEED + line);
    assertTrue(((Interval) line.offsetInterval(0.999)).contains(0), "seed " + SEED + line);
    assertEquals(line.slope().orNaN() / 2, steep.slope().orNaN(), 1e-9);
    double error = new Calibration(gold, right).equalWidth(10).expectedError().orNaN();
    assertTrue(error < 0.02, "seed " + SEED + ": " + error);
  }

  @Test
  void whereNoLineFitsBestTheReasonIsTold() {
    assertReason("separation", new boolean[] {false, false, true}, 0.1, 0.2, 0.7);
    assertReason("separation", new boolean[] {false, true, true}, 0.2, 0.2, 0.7);
    assertReason("separation", new boolean[] {true, false, false}, 0.1, 0.2, 0.7);
    assertReason("all scores are the same", new boolean[] {true, false, false}, 0.3, 0.3, 0.3);
    assertReason("one class", new boolean[] {true, true, true}, 0.3, 0.3, 0.4);
    assertReason("no log odds", new boolean[] {true, false, true}, 0.3, 0, 0.4);
    assertReason("one class", new boolean[0]);
  }

  @Test
  void theOffsetIsThereThoughTheClassesArePartedByOneScore() {
    Recalibration line =
        new Calibration(new boolean[] {false, true}, new double[] {0.25, 0.75}).recalibration();
    assertEquals(0, line.offset().orNaN(), 1e-12);
  }

  private static void assertReason(String reason, boolean[] gold, double... scores) {
    Recalibration line = new Calibration(gold, scores).recalibration();
    Undefined why = assertInstanceOf(Undefined.class, line.slope());
    assertTrue(why.reason().contains(reason), why.reason());
    assertInstanceOf(Undefined.class, line.slopeInterval(0.95));
  }

  @Test
  void extremeScoresConverge() {
    boolean[] gold = new boolean[1000];
    double[] scores = new double[1000];
    for (int i = 0; i < 1000; i++) {
      scores[i] = i < 500 ? 1e-300 : 1 - 1e-15;
      gold[i] = i % 500 < 250 == i < 500;
    }
    assertEquals(0, new Calibration(gold, scores).recalibration().slope().orNaN(), 1e-6);
  }

  @Test
  void binsHoldAllUnitsAndTheirErrorIsNotAboveTheLargest() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(60);
      boolean[] gold = new boolean[n];
      double[] scores = new double[n];
      for (int i = 0; i < n; i++) {
        gold[i] = random.nextBoolean();
        scores[i] = random.nextInt(11) / 10.0;
      }
      Calibration calibration = new Calibration(gold, scores);
      for (ReliabilityBins bins :
          new ReliabilityBins[] {calibration.equalWidth(10), calibration.equalMass(7)}) {
        assertEquals(n, bins.units(), "seed " + SEED);
        assertTrue(bins.expectedError().orNaN() <= bins.maximumError().orNaN() + 1e-12);
        assertTrue(
            Math.abs(calibration.inTheLarge().orNaN()) <= bins.expectedError().orNaN() + 1e-12);
      }
      assertEquals(
          Math.abs(calibration.inTheLarge().orNaN()),
          calibration.equalWidth(1).expectedError().orNaN(),
          1e-12);
    }
  }

  @Test
  void withoutUnitsNothingIsDefinedAndAScoreBeyondOneIsRefused() {
    Calibration none = new Calibration(new boolean[0], new double[0]);
    assertInstanceOf(Undefined.class, none.brier());
    assertInstanceOf(Undefined.class, none.logLoss());
    assertInstanceOf(Undefined.class, none.inTheLarge());
    assertInstanceOf(Undefined.class, none.equalWidth(10).expectedError());
    assertInstanceOf(Undefined.class, none.equalMass(10).maximumError());
    for (double score : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Calibration(new boolean[] {true}, new double[] {score}));
    }
  }
}
