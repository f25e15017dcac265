package examen.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Efron 1987; Efron and Tibshirani 1993; Davison and Hinkley 1997. */
class BootstrapTest {
  @Test
  void theSameSeedDrawsTheSame() {
    Weighed mean = mean(1, 5, 2, 8, 3);
    assertEquals(interval(mean, 4), interval(mean, 4));
    assertNotEquals(interval(mean, 4), interval(mean, 5));
  }

  @Test
  void theDrawsOfASeedNeverChange() {
    // Drawn once and kept: an interval that was published can be had again.
    double[] squares = IntStream.range(0, 20).mapToDouble(i -> i * i / 7.0).toArray();
    Interval interval = interval(mean(squares), 4);
    assertEquals(10.913928571428572, interval.low(), 1e-9);
    assertEquals(25.007321428571426, interval.high(), 1e-9);
  }

  @Test
  void severalNumbersComeFromTheSameDraws() {
    Weighed one = mean(random(30, 1));
    Weighed other = mean(random(30, 2));
    Bootstrap draws = Bootstrap.seeded(9);
    List<Bootstrapped> both = draws.measure(List.of(one, other), Clusters.none(30));
    assertEquals(draws.interval(one, Clusters.none(30)), both.get(0).interval());
    assertEquals(draws.interval(other, Clusters.none(30)), both.get(1).interval());
  }

  @Test
  void aDifferenceOfOneNumberWithItselfIsZeroInEveryDraw() {
    Weighed one = mean(random(30, 1));
    Bounds interval = Bootstrap.seeded(9).interval(new Difference(one, one), Clusters.none(30));
    assertEquals(0, assertInstanceOf(Interval.class, interval).low());
    assertEquals(0, assertInstanceOf(Interval.class, interval).high());
  }

  @Test
  void aDifferenceOfNumbersThatMoveTogetherIsNarrowerThanEither() {
    double[] values = random(60, 3);
    double[] shifted = Arrays.stream(values).map(v -> v + 0.1 + v * v / 100).toArray();
    Difference difference = new Difference(mean(shifted), mean(values));
    List<Bootstrapped> measured =
        Bootstrap.seeded(9)
            .measure(List.of(difference, mean(values), mean(shifted)), Clusters.none(60));
    double error = measured.get(0).standardError().orNaN();
    assertTrue(error < measured.get(1).standardError().orNaN() / 10, "error " + error);
    assertThrows(IllegalArgumentException.class, () -> new Difference(mean(1, 2), mean(1, 2, 3)));
  }

  @Test
  void theErrorOfAMeanIsTheTextbooks() {
    double[] values = random(200, 5);
    double mean = DoubleStream.of(values).average().orElseThrow();
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    double textbook = Math.sqrt(squares / 199 / 200);
    Clusters alone = Clusters.none(200);
    assertEquals(textbook, Jackknife.of(mean(values), alone).standardError().orNaN(), 1e-12);
    Bootstrapped drawn = Bootstrap.seeded(2).measure(List.of(mean(values)), alone).getFirst();
    assertEquals(1, drawn.standardError().orNaN() / textbook, 0.05);
  }

  @Test
  void clustersAreDrawnWhole() {
    // Ten prompts with the same answer twenty times each are ten units, not two hundred.
    double[] prompts = random(10, 6);
    double[] samples = IntStream.range(0, 200).mapToDouble(i -> prompts[i / 20]).toArray();
    int[] clusterOf = IntStream.range(0, 200).map(i -> i / 20).toArray();
    Bootstrap draws = Bootstrap.seeded(3);
    Bounds whole = draws.interval(mean(samples), Clusters.of(clusterOf));
    Interval wanted =
        assertInstanceOf(Interval.class, draws.interval(mean(prompts), Clusters.none(10)));
    assertEquals(wanted.low(), assertInstanceOf(Interval.class, whole).low(), 1e-12);
    assertEquals(wanted.high(), assertInstanceOf(Interval.class, whole).high(), 1e-12);
    assertEquals(
        Jackknife.of(mean(prompts), Clusters.none(10)).standardError().orNaN(),
        Jackknife.of(mean(samples), Clusters.of(clusterOf)).standardError().orNaN(),
        1e-12);
  }

  @Test
  void percentileIntervalsHoldTheMeanAsOftenAsTheySay() {
    int within = 0;
    int corrected = 0;
    int rounds = 400;
    for (int round = 0; round < rounds; round++) {
      Weighed mean = mean(random(60, 1000 + round));
      Bootstrap draws = new Bootstrap(400, round, 0.95);
      within += holds(draws.interval(mean, Clusters.none(60)));
      corrected += holds(draws.corrected(mean, Clusters.none(60)));
    }
    assertTrue(within > 0.92 * rounds && within < 0.97 * rounds, within + " of " + rounds);
    assertTrue(corrected > 0.92 * rounds && corrected < 0.97 * rounds, corrected + " of " + rounds);
  }

  /** The mean of what {@link #random} draws is 1/2. */
  private static int holds(Bounds bounds) {
    return bounds instanceof Interval interval && interval.contains(0.5) ? 1 : 0;
  }

  @Test
  void fewerThanTwoUnitsHaveNoInterval() {
    for (int units = 0; units < 2; units++) {
      Weighed mean = mean(random(units, 1));
      Bootstrapped measured =
          Bootstrap.seeded(1).measure(List.of(mean), Clusters.none(units)).getFirst();
      assertInstanceOf(Undefined.class, measured.interval());
      assertInstanceOf(Undefined.class, measured.standardError());
      assertInstanceOf(Undefined.class, Bootstrap.seeded(1).corrected(mean, Clusters.none(units)));
      assertInstanceOf(Undefined.class, Jackknife.of(mean, Clusters.none(units)).standardError());
    }
  }

  @Test
  void oneClusterHasNoInterval() {
    Clusters one = Clusters.of(new int[] {0, 0, 0});
    assertInstanceOf(Undefined.class, Bootstrap.seeded(1).interval(mean(1, 2, 3), one));
  }

  @Test
  void moreThanOneUndefinedDrawInTwentyLeavesNoInterval() {
    // Only the first of n units counts: in (1 - 1/n)^n, about 37 % of draws, there is no mean.
    double[] only = {1, 0, 0, 0, 0, 0, 0, 0};
    RatioOfTotals seldom = new RatioOfTotals(only, only, "nothing");
    Replicates drawn = Bootstrap.seeded(1).replicates(seldom, Clusters.none(8));
    assertEquals(Math.pow(7 / 8.0, 8), drawn.undefined() / 2000.0, 0.03);
    assertEquals(2000, drawn.undefined() + drawn.defined());
    assertInstanceOf(Undefined.class, drawn.percentile(0.95));
    assertInstanceOf(Undefined.class, drawn.basic(1, 0.95, QuantileRule.LINEAR));
    assertInstanceOf(Interval.class, new Replicates(new double[95], 5).percentile(0.95));
    assertInstanceOf(Undefined.class, new Replicates(new double[94], 6).percentile(0.95));
    assertInstanceOf(Undefined.class, new Replicates(new double[0], 0).percentile(0.95));
  }

  @Test
  void aNumberThatIsUndefinedHasNoIntervalForItsOwnReason() {
    RatioOfTotals nothing = new RatioOfTotals(new double[3], new double[3], "nothing here");
    Bootstrapped measured =
        Bootstrap.seeded(1).measure(List.of(nothing), Clusters.none(3)).getFirst();
    assertEquals(new Undefined("nothing here"), measured.interval());
    assertEquals(
        new Undefined("nothing here"), Bootstrap.seeded(1).corrected(nothing, Clusters.none(3)));
  }

  @Test
  void infiniteDrawsMakeNoNumbersThatAreNone() {
    double infinite = Double.POSITIVE_INFINITY;
    Replicates some = new Replicates(new double[] {1, 2, 3, infinite, infinite}, 0);
    assertEquals(infinite, assertInstanceOf(Interval.class, some.percentile(0.5)).high());
    assertInstanceOf(Undefined.class, some.standardError());
    Replicates all = new Replicates(new double[] {infinite, infinite}, 0);
    assertInstanceOf(Interval.class, all.percentile(0.95));
    assertInstanceOf(Undefined.class, all.basic(infinite, 0.95, QuantileRule.LINEAR));
  }

  @Test
  void aNumberThatNeverVariesHasNoCorrectedInterval() {
    assertInstanceOf(
        Undefined.class, Bootstrap.seeded(1).corrected(mean(2, 2, 2), Clusters.none(3)));
  }

  @Test
  void withoutBiasAndAccelerationTheCorrectionChangesNothing() {
    Replicates drawn = Bootstrap.seeded(1).replicates(mean(random(40, 4)), Clusters.none(40));
    Interval plain = assertInstanceOf(Interval.class, drawn.percentile(0.9));
    Interval corrected =
        assertInstanceOf(Interval.class, drawn.corrected(new Bca(0, 0), 0.9, QuantileRule.LINEAR));
    assertEquals(plain.low(), corrected.low(), 1e-9);
    assertEquals(plain.high(), corrected.high(), 1e-9);
    assertTrue(Double.isNaN(new Bca(Double.NEGATIVE_INFINITY, 0.1).level(0.025)));
  }

  @Test
  void orderStatisticsAreTakenAsTheyAreWhereTheRankIsWhole() {
    double[] sorted = IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray();
    assertEquals(5, QuantileRule.NORMAL.of(sorted, 0.05), 1e-12);
    assertEquals(95, QuantileRule.NORMAL.of(sorted, 0.95), 1e-12);
    assertEquals(1, QuantileRule.NORMAL.of(sorted, 0.001));
    assertEquals(99, QuantileRule.NORMAL.of(sorted, 0.999));
    assertEquals(50, QuantileRule.LINEAR.of(sorted, 0.5), 1e-12);
  }

  @Test
  void numbersAndClustersAreOfTheSameUnits() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Bootstrap.seeded(1).interval(mean(1, 2), Clusters.none(3)));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(0, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 1, 1));
  }

  private static Interval interval(Weighed number, long seed) {
    return assertInstanceOf(
        Interval.class, Bootstrap.seeded(seed).interval(number, Clusters.none(number.units())));
  }

  private static double[] random(int size, long seed) {
    return new Random(seed).doubles(size).toArray();
  }

  private static Weighed mean(double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return new RatioOfTotals(values, ones, "no units");
  }
}
