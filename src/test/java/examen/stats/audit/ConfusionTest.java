package examen.stats.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import examen.stats.Bootstrap;
import examen.stats.Clusters;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static final long SEED = 11;
  private static final double CLOSE = 1e-12;

  @Test
  void countsEachUnitInItsCell() {
    boolean[] gold = {true, true, true, false, false, false, false};
    boolean[] said = {true, true, false, true, false, false, false};
    assertEquals(new Confusion(2, 1, 1, 3), Confusion.of(gold, said));
    assertEquals(new Confusion(2, 1, 1, 3), new JudgedUnits(gold, said).confusion());
    assertThrows(IllegalArgumentException.class, () -> Confusion.of(gold, new boolean[] {true}));
  }

  @Test
  void changingSidesChangesPrecisionAndRecall() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Confusion one = random(random);
      String at = "seed " + SEED + ", " + one;
      assertEquals(one.precision(), one.transposed().recall(), at);
      assertEquals(one.specificity(), one.complement().recall(), at);
      assertEquals(one.negativePredictiveValue(), one.complement().precision(), at);
      same(one.f1(), one.transposed().f1(), at);
      same(one.negativeAgreement(), one.complement().f1(), at);
      same(one.mcc(), one.transposed().mcc(), at);
      same(one.mcc(), one.complement().mcc(), at);
      same(one.kappa(), one.complement().kappa(), at);
    }
  }

  @Test
  void fLiesBetweenPrecisionAndRecallAndLeansAsBetaSays() {
    Confusion one = new Confusion(30, 10, 60, 100);
    assertEquals(0.75, one.precision().rate().orNaN(), CLOSE);
    assertEquals(1 / 3.0, one.recall().rate().orNaN(), CLOSE);
    assertEquals(0.75, one.f(1e-9).orNaN(), 1e-9);
    assertEquals(1 / 3.0, one.f(1e9).orNaN(), 1e-9);
    assertEquals(2 * 0.75 / 3 / (0.75 + 1 / 3.0), one.f1().orNaN(), CLOSE);
  }

  @Test
  void countsOfTenMillionsLoseNothing() {
    Confusion one = new Confusion(4_000_000_000L, 0, 0, 6_000_000_000L);
    assertEquals(1, one.mcc().orNaN(), CLOSE);
    assertEquals(1, one.kappa().orNaN(), CLOSE);
  }

  @Test
  void ofTwoCategoriesTheTableSaysWhatTheFourCountsSay() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Confusion one = random(random);
      ConfusionTable table =
          new ConfusionTable(
              List.of("yes", "no"), new long[][] {{one.tp(), one.fn()}, {one.fp(), one.tn()}});
      String at = "seed " + SEED + ", " + one;
      assertEquals(one, table.of(0), at);
      assertEquals(one.complement(), table.of(1), at);
      same(one.kappa(), table.kappa(), at);
      same(one.mcc(), table.mcc(), at);
      assertEquals(one.accuracy(), table.accuracy(), at);
    }
  }

  @Test
  void renamingCategoriesChangesNothingAndMicroIsAccuracy() {
    Random random = new Random(SEED);
    int[] gold = random.ints(300, 0, 4).toArray();
    int[] said =
        IntStream.of(gold).map(g -> random.nextInt(3) == 0 ? random.nextInt(4) : g).toArray();
    int[] renamed = {2, 0, 3, 1};
    List<String> names = List.of("a", "b", "c", "d");
    ConfusionTable one = ConfusionTable.of(names, gold, said);
    ConfusionTable other =
        ConfusionTable.of(
            names,
            IntStream.of(gold).map(g -> renamed[g]).toArray(),
            IntStream.of(said).map(g -> renamed[g]).toArray());
    same(one.kappa(), other.kappa(), "kappa");
    same(one.mcc(), other.mcc(), "mcc");
    same(
        one.averages().macro(Confusion::f1).mean(),
        other.averages().macro(Confusion::f1).mean(),
        "macro");
    same(one.accuracy().rate(), one.averages().micro().f1(), "micro");
    same(
        one.accuracy().rate(),
        one.averages().weighted(c -> c.recall().rate()).mean(),
        "weighted recall is accuracy");
  }

  @Test
  void aCategoryWithoutANumberIsLeftOutOfTheMeanAndCounted() {
    Averages averages = new Averages(List.of(new Confusion(1, 1, 0, 5), new Confusion(0, 0, 2, 5)));
    Averaged precision = averages.macro(c -> c.precision().rate());
    assertEquals(0.5, precision.mean().orNaN(), CLOSE);
    assertEquals(1, precision.over());
    assertEquals(1, precision.leftOut());
    Averages none = new Averages(List.of(new Confusion(0, 0, 0, 5)));
    assertInstanceOf(Undefined.class, none.macro(Confusion::f1).mean());
    assertInstanceOf(Undefined.class, none.weighted(c -> c.specificity().rate()).mean());
  }

  @Test
  void aUnitWithoutTagsCountsAsIsSaid() {
    boolean[][] gold = {{true, false}, {false, false}};
    boolean[][] said = {{true, true}, {false, false}};
    TagSets sets = new TagSets(List.of("threat", "leak"), gold, said);
    assertEquals(0.5, mean(sets, TagSets.Empty.LEFT_OUT), CLOSE);
    assertEquals(0.25, mean(sets, TagSets.Empty.ZERO), CLOSE);
    assertEquals(0.75, mean(sets, TagSets.Empty.ONE), CLOSE);
    assertEquals(0.5, sets.subsetAccuracy().rate().orNaN(), CLOSE);
    assertEquals(0.25, sets.hammingLoss().rate().orNaN(), CLOSE);
  }

  private static double mean(TagSets sets, TagSets.Empty empty) {
    return sets.overUnits(Confusion::jaccard, empty).mean().orNaN();
  }

  @Test
  void aWeightIsARepeatedUnit() {
    boolean[] gold = {true, true, false, false, true};
    boolean[] said = {true, false, true, false, true};
    Result weighted =
        new JudgedUnits(gold, said).measure(Confusion::f1).weighted(new int[] {2, 1, 0, 3, 1});
    assertEquals(new Confusion(3, 0, 1, 3).f1(), weighted);
  }

  @Test
  void theBootstrapOfAccuracyLiesNearWilson() {
    Random random = new Random(SEED);
    boolean[] gold = new boolean[400];
    boolean[] said = new boolean[400];
    for (int i = 0; i < gold.length; i++) {
      gold[i] = random.nextBoolean();
      said[i] = (random.nextInt(5) != 0) == gold[i];
    }
    JudgedUnits units = new JudgedUnits(gold, said);
    Interval drawn =
        (Interval)
            Bootstrap.seeded(SEED)
                .interval(units.measure(c -> c.accuracy().rate()), Clusters.none(400));
    Interval wilson = (Interval) units.confusion().accuracy().wilson(0.95);
    assertEquals(wilson.low(), drawn.low(), 0.01);
    assertEquals(wilson.high(), drawn.high(), 0.01);
  }

  @Test
  void whatIsZeroByZeroIsUndefined() {
    Confusion none = new Confusion(0, 0, 0, 0);
    for (Result result :
        List.of(
            none.f1(),
            none.mcc(),
            none.kappa(),
            none.balancedAccuracy(),
            none.youden(),
            none.jaccard(),
            none.negativeAgreement(),
            none.accuracy().rate(),
            new Confusion(0, 0, 3, 4).precision().rate(),
            new Confusion(0, 3, 0, 4).recall().rate(),
            new Confusion(5, 0, 0, 0).mcc(),
            new Confusion(5, 0, 0, 0).kappa())) {
      assertInstanceOf(Undefined.class, result);
    }
  }

  private static Confusion random(Random random) {
    return new Confusion(
        random.nextInt(6), random.nextInt(6), random.nextInt(6), random.nextInt(6));
  }

  private static void same(Result one, Result other, String at) {
    assertEquals(one.orNaN(), other.orNaN(), 1e-10, at);
  }
}
