package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ProportionTest {
  private static final List<BiFunction<Proportion, Double, Bounds>> METHODS =
      List.of(
          Proportion::wilson,
          Proportion::wilsonCorrected,
          Proportion::clopperPearson,
          Proportion::jeffreys,
          Proportion::agrestiCoull,
          Proportion::wald);

  @Test
  void newcombesTableGivesTheScoreIntervalOf81In263() {
    Interval wilson = (Interval) new Proportion(81, 263).wilson(0.95);
    assertEquals(0.2553, wilson.low(), 5e-5);
    assertEquals(0.3662, wilson.high(), 5e-5);
  }

  @Test
  void nothingIsDefinedOfNothing() {
    Proportion none = new Proportion(0, 0);
    assertInstanceOf(Undefined.class, none.rate());
    assertInstanceOf(Undefined.class, none.upperBound(0.95));
    assertInstanceOf(Undefined.class, none.lowerBound(0.95));
    assertInstanceOf(Undefined.class, none.jeffreysTails(0.95));
    METHODS.forEach(method -> assertInstanceOf(Undefined.class, method.apply(none, 0.95)));
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
  }

  @Test
  void whatIsNotCountedHasTheMirroredInterval() {
    for (long n : new long[] {1, 2, 7, 40, 1000, 10_000_000}) {
      for (long x : new long[] {0, 1, n / 3, n - 1, n}) {
        Proportion p = new Proportion(x, n);
        METHODS.forEach(
            method -> {
              Interval one = (Interval) method.apply(p, 0.9);
              Interval other = (Interval) method.apply(p.complement(), 0.9);
              assertEquals(one.low(), 1 - other.high(), 1e-9, p + " " + one.method());
              assertEquals(one.high(), 1 - other.low(), 1e-9, p + " " + one.method());
              assertTrue(one.contains(p.rate().orNaN()), p + " " + one.method());
              assertTrue(one.low() >= 0 && one.high() <= 1, p + " " + one.method());
            });
      }
    }
  }

  @Test
  void moreConfidenceIsWider() {
    Proportion p = new Proportion(3, 20);
    METHODS.forEach(
        method -> {
          Interval narrow = (Interval) method.apply(p, 0.8);
          Interval wide = (Interval) method.apply(p, 0.99);
          assertTrue(wide.low() <= narrow.low() && wide.high() > narrow.high(), wide.method());
        });
  }

  /** Over all counts, each with its probability: no simulation. */
  @Test
  void wilsonCoversAsOftenAsItSaysOnAverage() {
    double sum = 0;
    int rates = 0;
    for (double p = 0.05; p < 0.955; p += 0.01) {
      sum += coverage(50, p, Proportion::wilson);
      rates++;
    }
    assertTrue(Math.abs(sum / rates - 0.95) < 0.01, "covers " + sum / rates);
  }

  @Test
  void clopperPearsonNeverCoversLessThanItSays() {
    for (int n : new int[] {1, 5, 23, 60}) {
      for (double p = 0.005; p < 1; p += 0.01) {
        double covered = coverage(n, p, Proportion::clopperPearson);
        assertTrue(covered >= 0.95 - 1e-12, n + " at " + p + " covers " + covered);
      }
    }
  }

  @Test
  void theExactBoundLeavesTheTailThatTheConfidenceLeaves() {
    double bound = new Proportion(2, 30).upperBound(0.95).orNaN();
    double[] likely = binomial(30, bound);
    assertEquals(0.05, likely[0] + likely[1] + likely[2], 1e-10);
    double low = new Proportion(2, 30).lowerBound(0.95).orNaN();
    double[] unlikely = binomial(30, low);
    assertEquals(0.95, unlikely[0] + unlikely[1], 1e-10);
  }

  @Test
  void zeroOfManyHasAnUpperBoundNearTheRuleOfThree() {
    assertEquals(3.0 / 10_000_000, new Proportion(0, 10_000_000).upperBound(0.95).orNaN(), 1e-9);
    assertEquals(1, new Proportion(4, 4).upperBound(0.95).orNaN());
    assertEquals(0, new Proportion(0, 4).lowerBound(0.95).orNaN());
  }

  private static double coverage(int n, double p, BiFunction<Proportion, Double, Bounds> method) {
    double[] likely = binomial(n, p);
    double covered = 0;
    for (int x = 0; x <= n; x++) {
      Interval interval = (Interval) method.apply(new Proportion(x, n), 0.95);
      covered += interval.contains(p) ? likely[x] : 0;
    }
    return covered;
  }

  /** By the recurrence of Pascal's triangle, without logarithms of the gamma function. */
  static double[] binomial(int n, double p) {
    double[] likely = new double[n + 1];
    likely[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int x = i; x >= 0; x--) {
        likely[x] = likely[x] * (1 - p) + (x == 0 ? 0 : likely[x - 1] * p);
      }
    }
    return likely;
  }
}
