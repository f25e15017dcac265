package examen.stats.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Estimate;
import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Scale;
import examen.stats.Statistic;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every coefficient. */
class CoefficientsTest {
  private static final int SEEDS = 8;

  /** These look at one category, so they care which it is. */
  private static final List<String> OF_A_CATEGORY =
      List.of("positive-agreement", "negative-agreement");

  @Test
  void idsNeverChange() {
    assertEquals(
        List.of(
            "percent-agreement",
            "percent-agreement-pooled",
            "percent-agreement-all",
            "krippendorff-alpha",
            "gwet-ac1",
            "gwet-ac2-linear",
            "gwet-ac2-quadratic",
            "positive-agreement",
            "negative-agreement",
            "cohen-kappa",
            "cohen-kappa-linear",
            "cohen-kappa-quadratic",
            "fleiss-kappa",
            "conger-kappa",
            "scott-pi",
            "brennan-prediger"),
        Coefficients.ALL.stream().map(Statistic::id).toList());
  }

  @Test
  void everyoneOfThemIsDefinedOnSomeTable() {
    Map<String, Boolean> defined = new HashMap<>();
    tables(
        (table, seed) -> {
          for (Statistic one : Coefficients.ALL) {
            defined.merge(one.id(), one.of(table) instanceof Estimate, Boolean::logicalOr);
          }
        });
    assertEquals(Coefficients.ALL.size(), defined.values().stream().filter(d -> d).count());
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    tables((table, seed) -> same(table, RandomTables.shuffled(table, seed), seed));
  }

  @Test
  void theOrderOfRatersDoesNotMatter() {
    tables(
        (table, seed) -> {
          int last = table.raters() - 1;
          int[] reversed = IntStream.rangeClosed(0, last).map(r -> last - r).toArray();
          same(table, table.of(reversed), seed);
        });
  }

  @Test
  void namesOfCategoriesDoNotMatter() {
    tables(
        (table, seed) -> {
          if (table.scale().measurement() == Measurement.NOMINAL) {
            int[] names = permutation(table.scale().size(), seed);
            sameForAllCategories(table, RandomTables.renamed(table, table.scale(), names), seed);
          }
        });
  }

  @Test
  void anOrderMayRunEitherWay() {
    tables(
        (table, seed) -> {
          Scale scale = table.scale();
          if (scale.measurement() == Measurement.ORDINAL) {
            int last = scale.size() - 1;
            int[] back = IntStream.rangeClosed(0, last).map(c -> last - c).toArray();
            Scale reversed =
                new Scale(
                    scale.measurement(),
                    scale.categories(),
                    IntStream.of(back).mapToObj(c -> -scale.values().get(c)).toList());
            sameForAllCategories(table, RandomTables.renamed(table, reversed, back), seed);
          }
        });
  }

  @Test
  void unitsThatNobodyRatedChangeNothing() {
    tables(
        (table, seed) -> {
          List<int[]> more = new ArrayList<>(RandomTables.ratings(table));
          int[] nothing = new int[table.raters()];
          Arrays.fill(nothing, ReliabilityTable.MISSING);
          more.add(0, nothing);
          more.add(nothing);
          same(table, new ReliabilityTable(table.scale(), table.raters(), more), seed);
        });
  }

  @Test
  void aRaterWhoRatedNothingChangesOnlyWhatAsksForAllOrForTwo() {
    tables(
        (table, seed) -> {
          List<int[]> wider =
              RandomTables.ratings(table).stream()
                  .map(
                      unit -> {
                        int[] own = Arrays.copyOf(unit, unit.length + 1);
                        own[unit.length] = ReliabilityTable.MISSING;
                        return own;
                      })
                  .toList();
          ReliabilityTable other = new ReliabilityTable(table.scale(), table.raters() + 1, wider);
          for (Statistic one : Coefficients.ALL) {
            if (!one.id().startsWith("cohen")
                && !List.of("scott-pi", "percent-agreement-all").contains(one.id())) {
              same(one, one.of(table), one.of(other), seed);
            }
          }
        });
  }

  @Test
  void aWeightIsHowOftenAUnitIsThere() {
    tables(
        (table, seed) -> {
          int[] weights = new Random(seed).ints(table.units(), 0, 4).toArray();
          List<int[]> repeated = new ArrayList<>();
          for (int unit = 0; unit < weights.length; unit++) {
            for (int i = 0; i < weights[unit]; i++) {
              repeated.add(RandomTables.ratings(table).get(unit));
            }
          }
          ReliabilityTable other = new ReliabilityTable(table.scale(), table.raters(), repeated);
          for (Statistic one : Coefficients.ALL) {
            same(one, one.of(other), one.on(table).weighted(weights), seed);
          }
        });
  }

  @Test
  void partsMakeTheCoefficient() {
    tables(
        (table, seed) -> {
          for (Statistic one : Coefficients.ALL) {
            if (one instanceof ChanceCorrected corrected) {
              CorrectedAgreement parts = corrected.parts(table);
              same(one, one.of(table), parts.coefficient(), seed);
              double expected = parts.expected().orNaN();
              double made = (parts.observed().orNaN() - expected) / (1 - expected);
              same(one, one.of(table), Result.of(made, "no parts"), seed);
            }
          }
        });
  }

  @Test
  void fullAgreementIsOne() {
    for (Measurement measurement : Measurement.values()) {
      for (int raters = 2; raters <= 4; raters++) {
        ReliabilityTable table = agreed(RandomTables.scale(measurement, 2), raters);
        for (Statistic one : Coefficients.ALL) {
          if (one.of(table) instanceof Estimate(double value)) {
            assertEquals(1, value, 1e-12, one.id());
          }
        }
      }
    }
  }

  @Test
  void guessingIsNearZeroWhereChanceIsTakenAway() {
    for (int raters = 2; raters <= 3; raters++) {
      ReliabilityTable table =
          RandomTables.guessed(RandomTables.scale(Measurement.ORDINAL, 3), 20_000, raters, raters);
      for (Statistic one : Coefficients.ALL) {
        if (one instanceof ChanceCorrected && one.of(table) instanceof Estimate(double value)) {
          assertEquals(0, value, 0.02, one.id());
        }
      }
    }
  }

  @Test
  void tablesWithoutPairsHaveNone() {
    Scale scale = RandomTables.scale(Measurement.ORDINAL, 2);
    for (ReliabilityTable table :
        List.of(
            new ReliabilityTable(scale, 0, List.of()),
            new ReliabilityTable(scale, 2, List.of()),
            new ReliabilityTable(scale, 1, List.of(new int[] {0}, new int[] {1})),
            new ReliabilityTable(scale, 2, List.of(new int[] {0, -1}, new int[] {-1, 1})),
            new ReliabilityTable(scale, 2, List.of(new int[] {-1, -1})))) {
      for (Statistic one : Coefficients.ALL) {
        assertInstanceOf(Undefined.class, one.of(table), one.id());
        if (one instanceof ChanceCorrected corrected) {
          assertInstanceOf(Undefined.class, corrected.parts(table).interval(0.95), one.id());
        }
      }
    }
  }

  @Test
  void oneCategoryIsNoVariation() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.ORDINAL, 2),
            2,
            List.of(new int[] {1, 1}, new int[] {1, 1}));
    Map<String, Result> found = new HashMap<>();
    Coefficients.ALL.forEach(one -> found.put(one.id(), one.of(table)));
    for (String id :
        List.of(
            "krippendorff-alpha",
            "cohen-kappa",
            "cohen-kappa-linear",
            "fleiss-kappa",
            "conger-kappa",
            "scott-pi")) {
      assertEquals(new Undefined("no variation"), found.get(id), id);
    }
    for (String id : List.of("gwet-ac1", "gwet-ac2-linear", "brennan-prediger")) {
      assertEquals(new Estimate(1), found.get(id), id);
    }
  }

  @Test
  void oneDeclaredCategoryIsNoVariation() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.ORDINAL, 1),
            2,
            List.of(new int[] {0, 0}, new int[] {0, 0}));
    for (Statistic one : Coefficients.ALL) {
      if (one instanceof ChanceCorrected) {
        assertEquals(new Undefined("no variation"), one.of(table), one.id());
      }
    }
  }

  @Test
  void twoRaterCoefficientsRefuseOthers() {
    ReliabilityTable three =
        RandomTables.rated(RandomTables.scale(Measurement.ORDINAL, 3), 20, 3, 1);
    for (String id : List.of("cohen-kappa", "cohen-kappa-linear", "scott-pi")) {
      assertEquals(new Undefined("for two raters only"), named(id).of(three), id);
    }
  }

  @Test
  void weightsNeedAnOrder() {
    ReliabilityTable nominal =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 20, 2, 1);
    for (String id : List.of("cohen-kappa-linear", "cohen-kappa-quadratic", "gwet-ac2-linear")) {
      assertEquals(new Undefined("the categories have no order"), named(id).of(nominal), id);
    }
  }

  @Test
  void tenMillionUnitsAreCountedExactly() {
    Scale scale = RandomTables.scale(Measurement.ORDINAL, 2);
    ReliabilityTable small =
        new ReliabilityTable(
            scale,
            2,
            List.of(new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 1}));
    int[] weights = {9_999_000, 400, 300, 300};
    // By hand: po = .99993; the first says 1 in 600, the second in 700 of 10^7 units.
    double byChance = (9_999_400.0 * 9_999_300 + 600.0 * 700) / 1e14;
    double kappa = (0.99993 - byChance) / (1 - byChance);
    assertEquals(kappa, named("cohen-kappa").on(small).weighted(weights).orNaN(), 1e-9);
    assertEquals(0.99993, named("percent-agreement").on(small).weighted(weights).orNaN(), 1e-15);
    double share = 650 / 1e7;
    double ac1 = (0.99993 - 2 * share * (1 - share)) / (1 - 2 * share * (1 - share));
    assertEquals(ac1, named("gwet-ac1").on(small).weighted(weights).orNaN(), 1e-12);
    assertEquals(600.0 / 1300, named("positive-agreement").on(small).weighted(weights).orNaN());
  }

  static Statistic named(String id) {
    return Coefficients.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static void tables(BiConsumer<ReliabilityTable, Long> check) {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      for (Measurement measurement : Measurement.values()) {
        Scale scale = RandomTables.scale(measurement, 2 + random.nextInt(4));
        int units = 1 + random.nextInt(30);
        check.accept(RandomTables.rated(scale, units, 2 + random.nextInt(3), seed), seed);
      }
    }
  }

  private static ReliabilityTable agreed(Scale scale, int raters) {
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < 8; unit++) {
      int[] own = new int[raters];
      Arrays.fill(own, unit % scale.size());
      units.add(own);
    }
    return new ReliabilityTable(scale, raters, units);
  }

  private static int[] permutation(int size, long seed) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, new Random(seed));
    return places.stream().mapToInt(i -> i).toArray();
  }

  private static void sameForAllCategories(
      ReliabilityTable table, ReliabilityTable other, long seed) {
    for (Statistic one : Coefficients.ALL) {
      if (!OF_A_CATEGORY.contains(one.id())) {
        same(one, one.of(table), one.of(other), seed);
      }
    }
  }

  private static void same(ReliabilityTable table, ReliabilityTable other, long seed) {
    for (Statistic one : Coefficients.ALL) {
      same(one, one.of(table), one.of(other), seed);
    }
  }

  private static void same(Statistic one, Result wanted, Result got, long seed) {
    String where = one.id() + ", seed " + seed + ": " + wanted + ", " + got;
    assertEquals(wanted instanceof Undefined, got instanceof Undefined, where);
    assertTrue(wanted instanceof Undefined || Math.abs(wanted.orNaN() - got.orNaN()) < 1e-9, where);
  }
}
