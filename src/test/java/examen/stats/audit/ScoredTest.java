package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoredTest {
  private static final long SEED = 23;

  /** 109 computed tomograms, read by one on a scale from 1 to 5. */
  @Test
  void hanleyAndMcNeil1982Table1() {
    int[] normal = {33, 6, 6, 11, 2};
    int[] abnormal = {3, 2, 2, 11, 33};
    Scored scored = ratings(normal, abnormal);
    assertEquals(0.893, scored.auc().orNaN(), 0.0005);
    assertEquals(51, scored.prevalence().count());
  }

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      boolean[] gold = gold(random, 2 + random.nextInt(30));
      double[] scores = random.ints(gold.length, 0, 6).asDoubleStream().toArray();
      double expected = pairs(gold, scores);
      double area = new Scored(gold, scores).auc().orNaN();
      assertEquals(expected, area, 1e-12, "seed " + SEED + ", round " + i);
    }
  }

  @Test
  void theAreaKeepsUnderAnyRisingFunctionAndTurnsWithTheSign() {
    Random random = new Random(SEED);
    boolean[] gold = gold(random, 80);
    double[] scores = random.ints(80, -6, 7).asDoubleStream().toArray();
    Scored scored = new Scored(gold, scores);
    Scored risen = new Scored(gold, Arrays.stream(scores).map(Math::exp).toArray());
    Scored turned = new Scored(gold, Arrays.stream(scores).map(s -> -s).toArray());
    assertEquals(scored.auc(), risen.auc());
    assertEquals(scored.delong(0.95), risen.delong(0.95));
    assertEquals(1, scored.auc().orNaN() + turned.auc().orNaN(), 1e-12);
    assertEquals(scored.variance().orNaN(), turned.variance().orNaN(), 1e-12);
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    Random random = new Random(SEED);
    boolean[] gold = gold(random, 60);
    double[] scores = random.ints(60, 0, 9).asDoubleStream().toArray();
    int[] order = shuffled(random, 60);
    boolean[] otherGold = new boolean[60];
    double[] otherScores = new double[60];
    for (int i = 0; i < 60; i++) {
      otherGold[i] = gold[order[i]];
      otherScores[i] = scores[order[i]];
    }
    Scored one = new Scored(gold, scores);
    Scored other = new Scored(otherGold, otherScores);
    assertEquals(one.sweep(), other.sweep());
    assertEquals(one.averagePrecision(), other.averagePrecision());
    assertEquals(one.variance().orNaN(), other.variance().orNaN(), 1e-14);
    assertEquals(one.youden(), other.youden());
    assertEquals(one.bestF1(), other.bestF1());
  }

  @Test
  void delongCoversTheTrueArea() {
    Random random = new Random(SEED);
    double truth = 0.7602499389065233;
    int covered = 0;
    for (int round = 0; round < 1000; round++) {
      boolean[] gold = new boolean[120];
      double[] scores = new double[120];
      for (int i = 0; i < gold.length; i++) {
        gold[i] = i < 40;
        scores[i] = random.nextGaussian() + (gold[i] ? 1 : 0);
      }
      covered += ((Interval) new Scored(gold, scores).delong(0.95)).contains(truth) ? 1 : 0;
    }
    assertTrue(covered >= 925 && covered <= 970, "seed " + SEED + ": " + covered + " of 1000");
  }

  @Test
  void theDifferenceOfTwoScoresOfTheSameUnitsIsNarrowerThanThatOfOthers() {
    Random random = new Random(SEED);
    boolean[] gold = gold(random, 200);
    double[] one = new double[200];
    double[] other = new double[200];
    for (int i = 0; i < 200; i++) {
      one[i] = (gold[i] ? 1 : 0) + random.nextGaussian();
      other[i] = one[i] + 0.3 * random.nextGaussian();
    }
    Scored first = new Scored(gold, one);
    Scored second = new Scored(gold, other);
    Interval paired = (Interval) first.delong(second, 0.95);
    double apart = Math.sqrt(first.variance().orNaN() + second.variance().orNaN());
    assertTrue(paired.high() - paired.low() < 2 * apart);
    assertTrue(paired.contains(first.less(second).orNaN()));
    Interval self = (Interval) first.delong(first, 0.95);
    assertEquals(0, self.high() - self.low(), 0);
    boolean[] others = gold.clone();
    others[0] = !others[0];
    assertThrows(IllegalArgumentException.class, () -> first.less(new Scored(others, one)));
  }

  @Test
  void theSweepEndsWithAllLabelled() {
    Random random = new Random(SEED);
    boolean[] gold = gold(random, 50);
    Scored scored = new Scored(gold, random.ints(50, 0, 10).asDoubleStream().toArray());
    Confusion last = scored.sweep().getLast().confusion();
    assertEquals(50, last.labelled());
    double before = Double.POSITIVE_INFINITY;
    for (Threshold one : scored.sweep()) {
      assertTrue(one.threshold() < before);
      assertEquals(50, one.confusion().total());
      before = one.threshold();
    }
  }

  @Test
  void oneClassAndOneUnitOfAClassHaveReasons() {
    Scored onlyCases = new Scored(new boolean[] {true, true}, new double[] {1, 2});
    assertInstanceOf(Undefined.class, onlyCases.auc());
    assertInstanceOf(Undefined.class, onlyCases.delong(0.95));
    assertTrue(onlyCases.youden().isEmpty());
    Scored single = new Scored(new boolean[] {true, false, false}, new double[] {1, 2, 0});
    assertEquals(0.5, single.auc().orNaN());
    assertInstanceOf(Undefined.class, single.delong(0.95));
    Scored none = new Scored(new boolean[0], new double[0]);
    assertInstanceOf(Undefined.class, none.averagePrecision());
    assertTrue(none.sweep().isEmpty() && none.bestF1().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Scored(new boolean[] {true}, new double[] {Double.NaN}));
  }

  private static double pairs(boolean[] gold, double[] scores) {
    double right = 0;
    int all = 0;
    for (int i = 0; i < gold.length; i++) {
      for (int j = 0; j < gold.length; j++) {
        if (gold[i] && !gold[j]) {
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          all++;
        }
      }
    }
    return right / all;
  }

  /** With both classes. */
  private static boolean[] gold(Random random, int n) {
    boolean[] gold = new boolean[n];
    for (int i = 0; i < n; i++) {
      gold[i] = i == 0 || (i > 1 && random.nextInt(3) == 0);
    }
    return gold;
  }

  private static Scored ratings(int[] without, int[] with) {
    int n = Arrays.stream(without).sum() + Arrays.stream(with).sum();
    boolean[] gold = new boolean[n];
    double[] scores = new double[n];
    int at = 0;
    for (int rating = 0; rating < with.length; rating++) {
      for (int i = 0; i < without[rating] + with[rating]; i++) {
        gold[at] = i < with[rating];
        scores[at++] = rating + 1;
      }
    }
    return new Scored(gold, scores);
  }

  private static int[] shuffled(Random random, int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
