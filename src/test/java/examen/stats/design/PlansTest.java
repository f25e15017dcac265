package examen.stats.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes that are planned, what no errors allow, and audits by label. */
class PlansTest {
  @Test
  void theRuleOfThreeHasItsNumbers() {
    assertEquals(59, new ZeroErrorPlan(0.05, 0.95).size().orNaN());
    assertEquals(299, new ZeroErrorPlan(0.01, 0.95).size().orNaN());
    assertEquals(1, new ZeroErrorPlan(1, 0.95).size().orNaN());
    assertInstanceOf(Undefined.class, new ZeroErrorPlan(0.01, 0.95).size(0));
    assertInstanceOf(Undefined.class, new ZeroErrorPlan(1e-9, 0.95).size());
  }

  @Test
  void twoRatesHaveTheSizesOfTheTables() {
    assertEquals(64, Math.ceil(new Power(0.96, 0.80, 0.05).size(0.8).orNaN()));
    assertEquals(435, Math.ceil(new Power(0.10, 0.05, 0.05).size(0.8).orNaN()));
    Power power = new Power(0.3, 0.4, 0.05);
    assertEquals(0.9, power.with(power.size(0.9).orNaN()).orNaN(), 1e-12);
    assertEquals(power.size(0.9).orNaN(), new Power(0.4, 0.3, 0.05).size(0.9).orNaN(), 1e-9);
    assertInstanceOf(Undefined.class, new Power(0.3, 0.3, 0.05).size(0.8));
    assertInstanceOf(Undefined.class, new Power(0.3, 0.3, 0.05).cohenSize(0.8));
    assertInstanceOf(Undefined.class, new Power(0, 1, 0.05).with(5));
  }

  @Test
  void noSmallerNumberHasSoNarrowAnInterval() {
    for (double rate : new double[] {0, 0.065, 0.5, 0.96, 1}) {
      int found = (int) new Precision(rate, 0.04, 0.95).wilsonSize().orNaN();
      for (int n = 1; n <= found; n++) {
        long count = (long) Math.floor(n * rate + 0.5);
        Interval wilson = (Interval) new Proportion(count, n).wilson(0.95);
        assertEquals(n == found, (wilson.high() - wilson.low()) / 2 <= 0.04, rate + " at " + n);
      }
    }
    assertInstanceOf(Undefined.class, new Precision(0.5, 1e-6, 0.95).waldSize());
    assertThrows(IllegalArgumentException.class, () -> new Precision(0.5, 0, 0.95));
  }

  @Test
  void recallIsPlannedByTrueCases() {
    Precision plan = new Precision(0.8, 0.1, 0.95);
    double cases = plan.wilsonSize().orNaN();
    assertEquals(Math.ceil(cases / 0.05), plan.itemsForRecall(0.05).orNaN());
    assertInstanceOf(Undefined.class, plan.itemsForRecall(0));
    assertEquals(100, Precision.inClusters(100, 25, 0).orNaN());
    assertEquals(2500, Precision.inClusters(100, 25, 1).orNaN());
  }

  @Test
  void kappasThatCannotBeHaveNoSize() {
    KappaPlan even = new KappaPlan(0.5, 0.5, 0.05);
    assertTrue(
        even.size(0.7, 0.5, 0.8, KappaPlan.Sides.TWO).orNaN()
            > even.size(0.7, 0.5, 0.8, KappaPlan.Sides.ONE).orNaN());
    assertInstanceOf(Undefined.class, even.size(0.7, 0.7, 0.8, KappaPlan.Sides.ONE));
    assertInstanceOf(
        Undefined.class, new KappaPlan(0.1, 0.9, 0.05).size(0.9, 0.5, 0.8, KappaPlan.Sides.ONE));
    assertInstanceOf(
        Undefined.class, new KappaPlan(0, 0, 0.05).size(0.9, 0.5, 0.8, KappaPlan.Sides.ONE));
  }

  /** The chance of meeting none of so many errors, as a product and not by logarithms. */
  @Test
  void noErrorFoundAllowsTheMostErrorsThatCouldHaveBeenMissed() {
    for (long[] size : new long[][] {{10, 40}, {1, 7}, {59, 100_000}, {258, 1000}}) {
      ZeroErrors zero = ZeroErrors.in(List.of(new ZeroErrors.Read(size[0], size[1])), 0.95);
      assertTrue(missed(size[0], size[1], zero.atMost()) >= 0.05 - 1e-12);
      assertTrue(missed(size[0], size[1], zero.atMost() + 1) < 0.05);
    }
    assertEquals(9, ZeroErrors.in(List.of(new ZeroErrors.Read(258, 1000)), 0.95).atMost());
  }

  @Test
  void overStrataTheErrorsLieWhereTheyAreHardestToFind() {
    ZeroErrors.Read a = new ZeroErrors.Read(10, 30);
    ZeroErrors.Read b = new ZeroErrors.Read(5, 60);
    long most = 0;
    for (long x = 0; x <= 20; x++) {
      for (long y = 0; y <= 55; y++) {
        most = missed(10, 30, x) * missed(5, 60, y) >= 0.05 ? Math.max(most, x + y) : most;
      }
    }
    assertEquals(most, ZeroErrors.in(List.of(a, b), 0.95).atMost());
    ZeroErrors unread = ZeroErrors.in(List.of(a, new ZeroErrors.Read(0, 60)), 0.95);
    assertTrue(unread.atMost() >= 60);
    assertEquals(0, ZeroErrors.in(List.of(new ZeroErrors.Read(9, 9)), 0.95).atMost());
    assertInstanceOf(Undefined.class, ZeroErrors.in(List.of(), 0.95).rateAtMost());
    assertEquals(1, new ZeroErrors(10, 10).around(0.5).high().orNaN());
    assertEquals(0.3, new ZeroErrors(10, 2).around(0.5).low().orNaN(), 1e-12);
  }

  @Test
  void anAuditByLabelIsAStratifiedOne() {
    VerifiedByLabel read =
        new VerifiedByLabel(
            new Proportion(12, 20), new Proportion(3, 40), new Proportion(150, 1000));
    int[] stratumOf = new int[60];
    double[] y = new double[60];
    for (int i = 0; i < 60; i++) {
      stratumOf[i] = i < 20 ? 0 : 1;
      y[i] = i < 12 || (i >= 20 && i < 23) ? 1 : 0;
    }
    SurveySample sample =
        StratifiedSample.of(
            List.of(new Stratum("flagged", 150), new Stratum("cleared", 850)), stratumOf);
    double[] caught = new double[60];
    for (int i = 0; i < 20; i++) {
      caught[i] = y[i];
    }
    assertEquals(sample.mean(y).value().orNaN(), read.rate().orNaN(), 1e-12);
    assertEquals(sample.ratio(caught, y).value().orNaN(), read.recall().orNaN(), 1e-12);
    for (Bounds bounds : List.of(read.recallInterval(0.95), read.specificityInterval(0.95))) {
      Interval interval = (Interval) bounds;
      assertTrue(interval.low() > 0 && interval.high() < 1);
    }
    assertTrue(((Interval) read.recallInterval(0.95)).contains(read.recall().orNaN()));
    assertTrue(((Interval) read.specificityInterval(0.95)).contains(read.specificity().orNaN()));
  }

  /** Tenenbein: labels that are always right count like people's, those without use not at all. */
  @Test
  void doubleSamplingIsWorthWhatTheLabelsAreWorth() {
    VerifiedByLabel right =
        new VerifiedByLabel(
            new Proportion(20, 20), new Proportion(0, 80), new Proportion(2000, 10_000));
    assertEquals(Math.sqrt(0.2 * 0.8 / 10_000), right.doubleSamplingError().orNaN(), 1e-12);
    VerifiedByLabel useless =
        new VerifiedByLabel(
            new Proportion(4, 20), new Proportion(16, 80), new Proportion(2000, 10_000));
    assertEquals(Math.sqrt(0.2 * 0.8 / 100), useless.doubleSamplingError().orNaN(), 1e-12);
  }

  @Test
  void anUnreadPartLeavesTheRateUndefined() {
    VerifiedByLabel unread =
        new VerifiedByLabel(new Proportion(4, 20), new Proportion(0, 0), new Proportion(200, 1000));
    assertInstanceOf(Undefined.class, unread.rate());
    assertInstanceOf(Undefined.class, unread.recall());
    assertInstanceOf(Undefined.class, unread.rateError());
    assertInstanceOf(Undefined.class, unread.recallInterval(0.95));
    VerifiedByLabel allFlagged =
        new VerifiedByLabel(new Proportion(4, 20), new Proportion(0, 0), new Proportion(200, 200));
    assertEquals(0.2, allFlagged.rate().orNaN(), 1e-12);
    VerifiedByLabel clean =
        new VerifiedByLabel(new Proportion(20, 20), new Proportion(0, 40), new Proportion(0, 0));
    assertInstanceOf(Undefined.class, clean.doubleSamplingError());
    VerifiedByLabel never =
        new VerifiedByLabel(
            new Proportion(0, 20), new Proportion(0, 40), new Proportion(200, 1000));
    assertInstanceOf(Undefined.class, never.recall());
    assertInstanceOf(Undefined.class, never.rateError());
  }

  private static double missed(long read, long population, long errors) {
    double chance = 1;
    for (long i = 0; i < read; i++) {
      chance *= Math.max(0, (double) (population - errors - i) / (population - i));
    }
    return chance;
  }
}
