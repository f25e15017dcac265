package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bootstrap;
import examen.stats.Bootstrapped;
import examen.stats.Clusters;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers of scores for the bootstrap: a unit of weight 3 is three units. */
class WeighedScoresTest {
  private static final long SEED = 51;
  private static final int BINS = 10;

  /** Scores with many ties, some 0 and 1. */
  private static double[] scores(Random random, int n) {
    return random.ints(n, 0, 11).mapToDouble(i -> i / 10.0).toArray();
  }

  private static boolean[] gold(Random random, double[] scores) {
    boolean[] gold = new boolean[scores.length];
    for (int i = 0; i < gold.length; i++) {
      gold[i] = random.nextDouble() < 0.1 + 0.6 * scores[i];
    }
    return gold;
  }

  private static List<Weighed> weighed(boolean[] gold, double[] scores) {
    Calibration of = new Calibration(gold, scores);
    return List.of(
        new Scored(gold, scores).weighedAveragePrecision(),
        of.weighedBrier(),
        of.weighedLogLoss(),
        of.weighedInTheLarge(),
        of.weighedExpectedError(BINS));
  }

  private static List<Result> plain(boolean[] gold, double[] scores) {
    Calibration of = new Calibration(gold, scores);
    return List.of(
        new Scored(gold, scores).averagePrecision(),
        of.brier(),
        of.logLoss(),
        of.inTheLarge(),
        of.equalWidth(BINS).expectedError());
  }

  @Test
  void aWeightIsSoManyUnits() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      double[] scores = scores(random, 60);
      boolean[] gold = gold(random, scores);
      int[] weights = random.ints(60, 0, 4).toArray();
      List<Integer> repeated = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        for (int times = 0; times < weights[i]; times++) {
          repeated.add(i);
        }
      }
      double[] manyScores = repeated.stream().mapToDouble(i -> scores[i]).toArray();
      boolean[] manyGold = new boolean[manyScores.length];
      for (int i = 0; i < manyGold.length; i++) {
        manyGold[i] = gold[repeated.get(i)];
      }
      List<Result> known = plain(manyGold, manyScores);
      List<Weighed> numbers = weighed(gold, scores);
      for (int i = 0; i < known.size(); i++) {
        assertEquals(
            known.get(i).orNaN(),
            numbers.get(i).weighted(weights).orNaN(),
            1e-12,
            "seed " + SEED + ", round " + round + ", number " + i);
      }
    }
  }

  @Test
  void aDrawWithOneClassHasNoPrecision() {
    Weighed number =
        new Scored(new boolean[] {true, false, true}, new double[] {0.9, 0.5, 0.1})
            .weighedAveragePrecision();
    assertInstanceOf(Undefined.class, number.weighted(new int[] {2, 0, 1}));
    assertInstanceOf(Undefined.class, number.weighted(new int[] {0, 3, 0}));
    // 2 of 2 at 0.9, 3 of 4 at 0.1.
    assertEquals((2 + 0.75) / 3, number.weighted(new int[] {2, 1, 1}).orNaN(), 1e-12);
  }

  /** The Brier score is a mean: its interval is about that of a mean. */
  @Test
  void theIntervalOfABrierScoreIsThatOfAMean() {
    Random random = new Random(SEED);
    double[] scores = scores(random, 2000);
    boolean[] gold = gold(random, scores);
    Bootstrapped brier =
        Bootstrap.seeded(SEED).measure(weighed(gold, scores), Clusters.none(2000)).get(1);
    double[] losses = new double[2000];
    Arrays.setAll(losses, i -> Math.pow(scores[i] - (gold[i] ? 1 : 0), 2));
    double mean = Arrays.stream(losses).average().orElseThrow();
    double variance = Arrays.stream(losses).map(l -> (l - mean) * (l - mean)).sum() / 2000 / 2000;
    assertEquals(mean, brier.value().orNaN(), 1e-12);
    Interval interval = (Interval) brier.interval();
    assertEquals(mean - 1.96 * Math.sqrt(variance), interval.low(), 0.1 * Math.sqrt(variance));
    assertEquals(mean + 1.96 * Math.sqrt(variance), interval.high(), 0.1 * Math.sqrt(variance));
  }

  @Test
  void ofManyUnitsThereAreFewerDraws() {
    Bootstrap wanted = Bootstrap.seeded(1);
    assertEquals(2000, wanted.affordable(10_000).replicates());
    assertEquals(500, wanted.affordable(40_000).replicates());
    assertEquals(200, wanted.affordable(100_000).replicates());
    assertEquals(200, wanted.affordable(5_000_000).replicates());
    assertEquals(150, new Bootstrap(150, 1, 0.9).affordable(5_000_000).replicates());
    assertEquals(2000, wanted.affordable(0).replicates());
    assertTrue(wanted.affordable(5).equals(wanted));
  }
}
