package examen.stats.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import examen.stats.Estimate;
import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hayes and Krippendorff 2007; Krippendorff 2011; Passonneau 2006. */
class KrippendorffAlphaTest {
  private final KrippendorffAlpha alpha = new KrippendorffAlpha();

  @Test
  void equalsTheMatrixOfCoincidencesDoneByHand() {
    for (Measurement measurement : Measurement.values()) {
      for (long seed = 0; seed < 20; seed++) {
        Scale scale = RandomTables.scale(measurement, 2 + (int) (seed % 5));
        ReliabilityTable table = RandomTables.rated(scale, 25, 2 + (int) (seed % 4), seed);
        assertEquals(
            byMatrix(table), alpha.of(table).orNaN(), 1e-10, measurement + ", seed " + seed);
      }
    }
  }

  /** As the paper does it step by step: pairs into a matrix, its margins, then distances. */
  private static double byMatrix(ReliabilityTable table) {
    int size = table.scale().size();
    double[][] matrix = new double[size][size];
    for (int[] unit : RandomTables.ratings(table)) {
      long m = Arrays.stream(unit).filter(r -> r >= 0).count();
      for (int i = 0; i < unit.length; i++) {
        for (int j = 0; j < unit.length; j++) {
          if (i != j && unit[i] >= 0 && unit[j] >= 0) {
            matrix[unit[i]][unit[j]] += 1.0 / (m - 1);
          }
        }
      }
    }
    double[] margins = Arrays.stream(matrix).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
    double n = Arrays.stream(margins).sum();
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < size; c++) {
      for (int k = 0; k < size; k++) {
        double distance = squared(table.scale(), margins, Math.min(c, k), Math.max(c, k));
        observed += matrix[c][k] * distance;
        expected += margins[c] * margins[k] * distance;
      }
    }
    return 1 - (n - 1) * observed / expected;
  }

  private static double squared(Scale scale, double[] margins, int c, int k) {
    double low = scale.values().get(c);
    double high = scale.values().get(k);
    double distance =
        switch (scale.measurement()) {
          case NOMINAL -> c == k ? 0 : 1;
          case ORDINAL ->
              IntStream.rangeClosed(c, k).mapToDouble(g -> margins[g]).sum()
                  - (margins[c] + margins[k]) / 2;
          case INTERVAL -> high - low;
          case RATIO -> (high - low) / (high + low);
        };
    return distance * distance;
  }

  @Test
  void aLevelThatNobodyUsesDoesNotMatterOnAnOrdinalScale() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.ORDINAL, 3), 30, 3, 5);
    ReliabilityTable wider =
        RandomTables.renamed(
            table, RandomTables.scale(Measurement.ORDINAL, 5), new int[] {0, 2, 4});
    assertEquals(alpha.of(table).orNaN(), alpha.of(wider).orNaN(), 1e-12);
  }

  @Test
  void numbersInTheHundredThousandsDoNotOverflow() {
    Scale far = new Scale(Measurement.INTERVAL, List.of("a", "b"), List.of(-1e5, 1e5));
    Scale near = new Scale(Measurement.INTERVAL, List.of("a", "b"), List.of(0.0, 1.0));
    ReliabilityTable table = RandomTables.rated(near, 50, 3, 2);
    ReliabilityTable wide = RandomTables.renamed(table, far, new int[] {0, 1});
    assertEquals(alpha.of(table).orNaN(), alpha.of(wide).orNaN(), 1e-12);
  }

  @Test
  void aRatioScaleHasNothingBelowZero() {
    Scale below = new Scale(Measurement.RATIO, List.of("a", "b"), List.of(-1.0, 1.0));
    ReliabilityTable table = new ReliabilityTable(below, 2, List.of(new int[] {0, 1}));
    assertEquals(new Undefined("a ratio scale has no number below 0"), alpha.of(table));
    assertInstanceOf(Undefined.class, alpha.parts(table).standardError());
  }

  @Test
  void ordinalAlphaHasNoLinearisedError() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.ORDINAL, 3), 30, 3, 5);
    assertInstanceOf(Estimate.class, alpha.parts(table).coefficient());
    assertInstanceOf(Undefined.class, alpha.parts(table).standardError());
  }

  @Test
  void setsAreComparedByMasiCloseToThePaperAndAsNltkDoes() {
    // Six units, three raters; with 2/3 and 1/3 alpha is 25/64, as worked out in fractions. With
    // .67 and .33, as in NLTK, it differs in the third digit.
    LabelSets sets =
        LabelSets.of(
            List.of(
                List.of(Set.of("b"), Set.of("b", "t"), Set.of("b")),
                List.of(Set.of("l", "t"), Set.of("l"), Set.of("l", "t")),
                List.of(Set.of("n"), Set.of("n"), Set.of("n")),
                List.of(Set.of("b", "t"), Set.of("b"), Set.of("b", "l", "t")),
                List.of(Set.of("l"), Set.of("l"), Set.of("n")),
                List.of(Set.of("n"), Set.of("t"), Set.of("n"))));
    assertEquals(25.0 / 64, sets.alpha(SetDistance.MASI).each().orNaN(), 0.001);
  }

  @Test
  void distancesOfSets() {
    Set<String> none = Set.of();
    Set<String> a = Set.of("a");
    Set<String> ab = Set.of("a", "b");
    Set<String> bc = Set.of("b", "c");
    for (SetDistance distance : SetDistance.values()) {
      assertEquals(0, distance.between(none, none), distance.id());
      assertEquals(1, distance.between(none, a), distance.id());
      assertEquals(0, distance.between(ab, ab), distance.id());
      assertEquals(1, distance.between(a, bc), distance.id());
    }
    assertEquals(1 / 2.0, SetDistance.JACCARD.between(a, ab), 1e-15);
    assertEquals(1 - 0.67 / 2, SetDistance.MASI.between(a, ab), 1e-15);
    assertEquals(1 - 1 / 3.0, SetDistance.JACCARD.between(ab, bc), 1e-15);
    assertEquals(1 - 0.33 / 3, SetDistance.MASI.between(ab, bc), 1e-15);
  }

  @Test
  void setsOfOneLabelAreANominalScale() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 4), 30, 3, 8);
    List<List<Set<String>>> units =
        RandomTables.ratings(table).stream()
            .map(
                unit ->
                    Arrays.stream(unit).mapToObj(r -> r < 0 ? null : Set.of("label " + r)).toList())
            .toList();
    LabelSets sets = LabelSets.of(units);
    for (SetDistance distance : SetDistance.values()) {
      assertEquals(alpha.of(table).orNaN(), sets.alpha(distance).each().orNaN(), 1e-12);
    }
    ReliabilityTable first = sets.label("label 0");
    assertEquals(List.of("absent", "present"), first.scale().categories());
    for (int unit = 0; unit < table.units(); unit++) {
      for (int rater = 0; rater < table.raters(); rater++) {
        int said = table.rating(unit, rater);
        assertEquals(said < 0 ? -1 : said == 0 ? 1 : 0, first.rating(unit, rater));
      }
    }
  }

  @Test
  void setsThatAreAllEmptyHaveNoVariation() {
    LabelSets sets = LabelSets.of(List.of(List.of(Set.of(), Set.of())));
    assertEquals(new Undefined("no variation"), sets.alpha(SetDistance.MASI).each());
    assertEquals(
        new Undefined("no unit was rated by two"),
        LabelSets.of(List.of()).alpha(SetDistance.MASI).each());
  }
}
