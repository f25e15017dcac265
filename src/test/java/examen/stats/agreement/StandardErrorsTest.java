package examen.stats.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bootstrap;
import examen.stats.Clusters;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Fleiss, Cohen and Everitt 1969; Gwet 2008, 2014: on many units a linearised standard error and
 * the bootstrap's are nearly the same. The two share no formula.
 */
class StandardErrorsTest {
  private static final Bootstrap DRAWS = new Bootstrap(1000, 3, 0.95);

  @Test
  void linearisedErrorsAreThoseOfTheBootstrap() {
    for (Measurement measurement : Measurement.values()) {
      for (int raters = 2; raters <= 4; raters += 2) {
        ReliabilityTable table =
            RandomTables.skewed(RandomTables.scale(measurement, 3), 600, raters, 17);
        String where = measurement + ", " + raters + " raters, ";
        compare(complete(table), 0.92, 1.08, where);
        // Gwet counts it as chance how many units have two ratings, so gaps make his errors larger.
        compare(table, 0.92, 1.3, where + "gaps, ");
      }
    }
  }

  private static ReliabilityTable complete(ReliabilityTable table) {
    List<int[]> units =
        RandomTables.ratings(table).stream()
            .filter(unit -> IntStream.of(unit).allMatch(rating -> rating >= 0))
            .toList();
    return new ReliabilityTable(table.scale(), table.raters(), units);
  }

  private static void compare(ReliabilityTable table, double least, double most, String where) {
    List<ChanceCorrected> comparable =
        Coefficients.ALL.stream()
            .filter(ChanceCorrected.class::isInstance)
            .map(ChanceCorrected.class::cast)
            .filter(one -> one.parts(table).standardError() instanceof Estimate)
            .toList();
    assertTrue(comparable.size() >= 4, where + comparable.size());
    var drawn =
        DRAWS.measure(
            comparable.stream().map(one -> one.on(table)).toList(), Clusters.none(table.units()));
    for (int i = 0; i < comparable.size(); i++) {
      double wanted = drawn.get(i).standardError().orNaN();
      double got = comparable.get(i).parts(table).standardError().orNaN();
      double ratio = got / wanted;
      assertTrue(ratio > least && ratio < most, where + comparable.get(i).id() + ": " + ratio);
    }
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    // Raters say the truth in 7 of 10 cases and else guess among 3: any two agree in
    // .8^2 + 2 * .1^2 = .66 of units, chance is 1/3, so every coefficient is .49 in the long run.
    int within = 0;
    int all = 0;
    for (int seed = 0; seed < 300; seed++) {
      ReliabilityTable table =
          RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 80, 3, seed);
      for (Statistic one : Coefficients.ALL) {
        if (one instanceof ChanceCorrected corrected
            && corrected.parts(table).interval(0.95) instanceof Interval interval) {
          within += interval.contains(0.49) ? 1 : 0;
          all++;
        }
      }
    }
    double covered = within / (double) all;
    assertTrue(covered > 0.935 && covered < 0.965, "covered " + covered + " of " + all);
  }

  @Test
  void oneUnitHasNoError() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.NOMINAL, 2), 3, List.of(new int[] {0, 1, 1}));
    for (String id :
        List.of("krippendorff-alpha", "gwet-ac1", "fleiss-kappa", "brennan-prediger")) {
      ChanceCorrected one = (ChanceCorrected) CoefficientsTest.named(id);
      assertEquals(Reasons.FEW_UNITS, one.parts(table).standardError(), id);
      assertEquals(Reasons.FEW_UNITS, one.parts(table).interval(0.95), id);
    }
  }

  @Test
  void noIntervalReachesAboveOne() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.NOMINAL, 2),
            2,
            List.of(new int[] {0, 0}, new int[] {1, 1}, new int[] {0, 1}, new int[] {1, 1}));
    for (Statistic one : Coefficients.ALL) {
      if (one instanceof ChanceCorrected corrected
          && corrected.parts(table).interval(0.95) instanceof Interval interval) {
        assertTrue(interval.high() <= 1, one.id() + ": " + interval);
      }
    }
  }
}
