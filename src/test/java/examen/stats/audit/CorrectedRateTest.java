package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectedRateTest {
  private static final long SEED = 41;

  @Test
  void langAndReiczigelCoverTheTrueRate() {
    Random random = new Random(SEED);
    int covered = 0;
    for (int round = 0; round < 2000; round++) {
      double rate = 0.1 + 0.8 * random.nextDouble();
      Proportion labelled = drawn(random, 300, rate * 0.85 + (1 - rate) * 0.1);
      RoganGladen corrected =
          new RoganGladen(labelled, drawn(random, 80, 0.85), drawn(random, 80, 0.9));
      covered += ((Interval) corrected.langReiczigel(0.95)).contains(rate) ? 1 : 0;
    }
    assertTrue(covered >= 1860 && covered <= 1950, "seed " + SEED + ": " + covered);
  }

  @Test
  void aPerfectClassifierNeedsNoCorrectionAndAUselessOneHasNone() {
    Proportion labelled = new Proportion(30, 100);
    RoganGladen perfect = new RoganGladen(labelled, new Proportion(50, 50), new Proportion(50, 50));
    assertEquals(0.3, perfect.rate().orNaN(), 1e-12);
    Interval wilson = (Interval) labelled.wilson(0.9);
    Interval known = (Interval) perfect.known(0.9);
    assertEquals(wilson.low(), known.low(), 1e-12);
    assertEquals(wilson.high(), known.high(), 1e-12);
    RoganGladen useless =
        new RoganGladen(labelled, new Proportion(30, 100), new Proportion(70, 100));
    assertInstanceOf(Undefined.class, useless.rate());
    assertInstanceOf(Undefined.class, useless.langReiczigel(0.95));
    assertInstanceOf(Undefined.class, useless.delta(0.95));
    assertTrue(useless.isWeak());
    RoganGladen unknown = new RoganGladen(labelled, new Proportion(0, 0), new Proportion(70, 100));
    assertInstanceOf(Undefined.class, unknown.raw());
    assertInstanceOf(Undefined.class, unknown.youden());
    assertTrue(unknown.isWeak());
  }

  @Test
  void predictionPoweredIntervalsCoverAndTheTunedOneIsNoWider() {
    Random random = new Random(SEED);
    int covered = 0;
    double tuned = 0;
    double plain = 0;
    double alone = 0;
    for (int round = 0; round < 600; round++) {
      PredictionPowered powered = population(random, 0.3);
      Interval interval = (Interval) powered.tuned().interval(0.95);
      covered += interval.contains(0.3) ? 1 : 0;
      tuned += powered.tuned().standardError();
      plain += powered.ppi().standardError();
      alone += powered.auditOnly().standardError();
    }
    assertTrue(covered >= 555 && covered <= 590, "seed " + SEED + ": " + covered);
    assertTrue(tuned < plain && plain < alone, "seed " + SEED);
  }

  @Test
  void aClassifierThatAlwaysSaysTheSameAddsNothing() {
    double[] gold = {1, 0, 0, 1, 0, 0};
    PredictionPowered powered =
        new PredictionPowered(gold, new double[6], new double[] {0, 0, 0, 0});
    assertEquals(0, powered.tuned().lambda());
    assertEquals(powered.auditOnly().rate(), powered.tuned().rate());
    assertEquals(powered.auditOnly().standardError(), powered.tuned().standardError());
  }

  @Test
  void withoutAuditOrOthersThereIsAReason() {
    PredictionPowered one =
        new PredictionPowered(new double[] {1}, new double[] {1}, new double[5]);
    assertInstanceOf(Undefined.class, one.auditOnly().rate());
    assertInstanceOf(Undefined.class, one.tuned().interval(0.95));
    PredictionPowered alone = new PredictionPowered(new double[3], new double[3], new double[0]);
    assertInstanceOf(Undefined.class, alone.ppi().interval(0.95));
    assertEquals(0, alone.auditOnly().rate().orNaN());
  }

  private static PredictionPowered population(Random random, double rate) {
    double[] gold = new double[200];
    double[] audited = new double[200];
    double[] others = new double[1500];
    for (int i = 0; i < gold.length + others.length; i++) {
      boolean truth = random.nextDouble() < rate;
      double label = (random.nextInt(10) != 0) == truth ? 1 : 0;
      if (i < gold.length) {
        gold[i] = truth ? 1 : 0;
        audited[i] = label;
      } else {
        others[i - gold.length] = label;
      }
    }
    return new PredictionPowered(gold, audited, others);
  }

  private static Proportion drawn(Random random, int n, double p) {
    return new Proportion(random.doubles(n).filter(u -> u < p).count(), n);
  }
}
