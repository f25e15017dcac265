package examen.stats.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weighted estimates, held to all samples of populations that are small enough to try them all. */
class SurveySampleTest {
  private static final double[] SMALL = {1, 0, 1, 4, 0, 2};
  private static final double[] LARGE = {9, 7, 3, 8};

  @Test
  void overAllStratifiedSamplesMeanAndVarianceAreRight() {
    List<Stratum> strata = List.of(new Stratum("small", 6), new Stratum("large", 4));
    double mean = (Arrays.stream(SMALL).sum() + Arrays.stream(LARGE).sum()) / 10;
    double sum = 0;
    double spread = 0;
    double claimed = 0;
    int samples = 0;
    for (int[] a : subsets(6, 3)) {
      for (int[] b : subsets(4, 2)) {
        double[] y = {SMALL[a[0]], SMALL[a[1]], SMALL[a[2]], LARGE[b[0]], LARGE[b[1]]};
        Estimated estimated = StratifiedSample.of(strata, new int[] {0, 0, 0, 1, 1}).mean(y);
        sum += estimated.value().orNaN();
        spread += Math.pow(estimated.value().orNaN() - mean, 2);
        claimed += Math.pow(estimated.linearisedError().orNaN(), 2);
        samples++;
      }
    }
    assertEquals(120, samples);
    assertEquals(mean, sum / samples, 1e-12);
    assertEquals(spread / samples, claimed / samples, 1e-12);
  }

  /** Poisson sampling: each item by its own toss, so that all 64 samples have known chances. */
  @Test
  void overAllSamplesTheTotalOfHorvitzAndThompsonIsRight() {
    double[] p = {0.9, 0.2, 0.5, 0.4, 0.7, 0.1};
    double sum = 0;
    for (int set = 1; set < 64; set++) {
      double chance = 1;
      List<Integer> drawn = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        boolean in = (set >> i & 1) == 1;
        chance *= in ? p[i] : 1 - p[i];
        if (in) {
          drawn.add(i);
        }
      }
      double[] y = drawn.stream().mapToDouble(i -> SMALL[i]).toArray();
      double[] pi = drawn.stream().mapToDouble(i -> p[i]).toArray();
      sum += chance * UnequalSample.of(pi).total(y).value().orNaN();
    }
    assertEquals(8, sum, 1e-12);
  }

  @Test
  void allOfThePopulationHasNoErrorAndSaysSo() {
    SurveySample all = StratifiedSample.simple(4, 4);
    Estimated mean = all.mean(LARGE);
    assertEquals(6.75, mean.value().orNaN(), 1e-12);
    assertEquals(0, mean.standardError().orNaN());
    assertEquals(
        0, UnequalSample.of(new double[] {1, 1}).mean(new double[] {3, 4}).standardError().orNaN());
  }

  @Test
  void aSampleWithoutVariationHasNoErrorToShow() {
    SurveySample sample = StratifiedSample.simple(100, 10);
    Estimated never = sample.mean(new double[10]);
    assertEquals(0, never.value().orNaN());
    assertEquals(0, never.linearisedError().orNaN());
    assertInstanceOf(Undefined.class, never.standardError());
    assertInstanceOf(Undefined.class, never.normal(0.95));
    assertInstanceOf(Undefined.class, never.logit(0.95));
  }

  @Test
  void aStratumWithOneItemHasNoVarianceAndOneWithNoneNoEstimate() {
    List<Stratum> strata = List.of(new Stratum("a", 50), new Stratum("b", 50));
    Estimated one = StratifiedSample.of(strata, new int[] {0, 0, 1}).mean(new double[] {0, 1, 1});
    assertEquals(0.75, one.value().orNaN(), 1e-12);
    assertTrue(((Undefined) one.standardError()).reason().contains("\"b\""));
    Estimated none = StratifiedSample.of(strata, new int[] {0, 0}).mean(new double[] {0, 1});
    assertTrue(((Undefined) none.value()).reason().contains("\"b\""));
    List<Stratum> empty = List.of(new Stratum("a", 50), new Stratum("b", 0));
    assertEquals(
        0.5,
        StratifiedSample.of(empty, new int[] {0, 0}).mean(new double[] {0, 1}).value().orNaN());
    List<Stratum> single = List.of(new Stratum("a", 50), new Stratum("b", 1));
    assertTrue(
        StratifiedSample.of(single, new int[] {0, 0, 1})
                .mean(new double[] {0, 1, 1})
                .standardError()
                .orNaN()
            > 0);
  }

  @Test
  void nothingDrawnOrNothingBelowIsUndefined() {
    assertInstanceOf(Undefined.class, StratifiedSample.simple(0, 0).mean(new double[0]).value());
    assertInstanceOf(Undefined.class, UnequalSample.of(new double[0]).total(new double[0]).value());
    assertInstanceOf(
        Undefined.class,
        UnequalSample.of(new double[] {0.5}).mean(new double[] {1}).standardError());
    SurveySample sample = StratifiedSample.simple(10, 2);
    assertInstanceOf(Undefined.class, sample.ratio(new double[2], new double[2]).value());
    assertInstanceOf(Undefined.class, sample.effectiveSize(new double[2]));
    Ratio none = new Ratio(new double[2], new double[2]);
    Ratio some = new Ratio(new double[] {1, 0}, new double[] {1, 1});
    assertInstanceOf(Undefined.class, sample.ratioDifference(some, none).value());
  }

  @Test
  void whatCannotBeASampleIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> StratifiedSample.simple(3, 4));
    assertThrows(IllegalArgumentException.class, () -> UnequalSample.of(new double[] {0}));
    assertThrows(IllegalArgumentException.class, () -> UnequalSample.of(new double[] {1.5}));
    assertThrows(IllegalArgumentException.class, () -> UnequalSample.of(new double[] {Double.NaN}));
  }

  @Test
  void theDifferenceEstimatorOfAPerfectClassifierIsWhatItSaid() {
    double[] gold = {1, 0, 0, 1};
    Estimated estimated = StratifiedSample.simple(1000, 4).difference(gold, gold, 0.237);
    assertEquals(0.237, estimated.value().orNaN(), 1e-12);
    assertInstanceOf(Undefined.class, estimated.standardError());
  }

  @Test
  void differencesOfRatiosTurnRoundAndVanishAgainstThemselves() {
    Random random = new Random(61);
    double[] x = random.doubles(30).map(v -> v < 0.6 ? 1 : 0).toArray();
    double[] y = random.doubles(30).map(v -> v < 0.4 ? 1 : 0).toArray();
    Arrays.setAll(y, i -> y[i] * x[i]);
    double[] rest = Arrays.stream(x).map(v -> 1 - v).toArray();
    double[] other = new double[30];
    Arrays.setAll(other, i -> rest[i] * (i % 2));
    SurveySample sample = StratifiedSample.simple(300, 30);
    Ratio one = new Ratio(y, x);
    Ratio two = new Ratio(other, rest);
    Estimated forth = sample.ratioDifference(one, two);
    Estimated back = sample.ratioDifference(two, one);
    assertEquals(forth.value().orNaN(), -back.value().orNaN(), 1e-12);
    assertEquals(forth.standardError().orNaN(), back.standardError().orNaN(), 1e-12);
    assertEquals(0, sample.ratioDifference(one, one).linearisedError().orNaN());
  }

  @Test
  void theIntervalCoversTheRateOfThePopulationAboutAsOftenAsItSays() {
    Random random = new Random(62);
    List<Stratum> strata = List.of(new Stratum("flagged", 200), new Stratum("cleared", 800));
    int covered = 0;
    for (int run = 0; run < 2000; run++) {
      int[] stratumOf = new int[120];
      double[] y = new double[120];
      for (int i = 0; i < 120; i++) {
        stratumOf[i] = i < 60 ? 0 : 1;
        y[i] = random.nextDouble() < (i < 60 ? 0.7 : 0.2) ? 1 : 0;
      }
      // Draws from strata without end: the correction for a finite population is left out by size.
      List<Stratum> endless =
          strata.stream().map(s -> new Stratum(s.name(), s.population() * 1_000_000)).toList();
      Interval interval = (Interval) StratifiedSample.of(endless, stratumOf).mean(y).logit(0.95);
      covered += interval.contains(0.2 * 0.7 + 0.8 * 0.2) ? 1 : 0;
    }
    assertEquals(0.95, covered / 2000.0, 0.015, "seed 62");
  }

  static List<int[]> subsets(int n, int k) {
    List<int[]> found = new ArrayList<>();
    for (int set = 0; set < 1 << n; set++) {
      if (Integer.bitCount(set) == k) {
        int[] members = new int[k];
        for (int i = 0, at = 0; i < n; i++) {
          if ((set >> i & 1) == 1) {
            members[at++] = i;
          }
        }
        found.add(members);
      }
    }
    return found;
  }
}
