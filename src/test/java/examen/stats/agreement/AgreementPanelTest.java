package examen.stats.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bootstrap;
import examen.stats.Bootstrapped;
import examen.stats.Clusters;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cicchetti and Feinstein 1990, Feinstein and Cicchetti 1990, and what stands beside a number. */
class AgreementPanelTest {
  private static final Scale YES_NO = Scale.nominal(List.of("no", "yes"));
  private static final Bootstrap DRAWS = new Bootstrap(500, 11, 0.95);

  @Test
  void agreementOnACategoryIsTwiceTheBothOverAllWhoChoseIt() {
    ReliabilityTable table = twoRaters(80, 10, 5, 5);
    assertEquals(2 * 5 / (2 * 5 + 10 + 5.0), SpecificAgreement.on(table, 1).each().orNaN(), 1e-15);
    assertEquals(
        2 * 80 / (2 * 80 + 10 + 5.0), SpecificAgreement.on(table, 0).each().orNaN(), 1e-15);
    assertEquals(
        (5 + 15 / 2.0) / 100, SpecificAgreement.prevalence(table, 1).each().orNaN(), 1e-15);
  }

  @Test
  void agreementOfManyRatersIsPooledOverTheirPairs() {
    // Pairs with a yes in them, looked at from the yes: 3 raters yyn: 2 of 4 agree; yn-: 0 of 1;
    // yyy: 6 of 6; y--: no pair.
    ReliabilityTable table =
        new ReliabilityTable(
            YES_NO,
            3,
            List.of(
                new int[] {1, 1, 0},
                new int[] {1, 0, -1},
                new int[] {1, 1, 1},
                new int[] {-1, 1, -1}));
    assertEquals(8 / 11.0, SpecificAgreement.on(table, 1).each().orNaN(), 1e-15);
    assertEquals(
        (2 / 3.0 + 1 / 2.0 + 1 + 1) / 4,
        SpecificAgreement.prevalence(table, 1).each().orNaN(),
        1e-15);
  }

  @Test
  void agreementOnWhatNobodyChoseIsUndefined() {
    ReliabilityTable table = twoRaters(5, 0, 0, 0);
    assertInstanceOf(Undefined.class, SpecificAgreement.on(table, 1).each());
    assertEquals(new Estimate(0), SpecificAgreement.prevalence(table, 1).each());
    ReliabilityTable empty = new ReliabilityTable(YES_NO, 2, List.of());
    assertInstanceOf(Undefined.class, SpecificAgreement.prevalence(empty, 1).each());
  }

  @Test
  void agreementIsTheMeanOfThatOnEachCategoryWeighedByHowOftenItIsChosen() {
    for (long seed = 0; seed < 10; seed++) {
      ReliabilityTable table =
          RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 4), 40, 2, seed);
      ReliabilityTable paired = pairedOnly(table);
      double sum = 0;
      for (int category = 0; category < 4; category++) {
        sum +=
            SpecificAgreement.on(paired, category).each().orNaN()
                * SpecificAgreement.prevalence(paired, category).each().orNaN();
      }
      assertEquals(new PercentAgreement().of(table).orNaN(), sum, 1e-12, "seed " + seed);
    }
  }

  @Test
  void tellsHowMuchWasRated() {
    ReliabilityTable table =
        new ReliabilityTable(
            YES_NO,
            3,
            List.of(
                new int[] {1, 0, -1},
                new int[] {1, -1, -1},
                new int[] {-1, -1, -1},
                new int[] {0, 0, -1}));
    Extent extent = Extent.of(table);
    assertEquals(new Extent(4, 2, 5, 8, 3, 2, 0, 4), extent);
    assertEquals(2, extent.leftOut());
    assertEquals(new Estimate(3 / 8.0), extent.missing());
    assertInstanceOf(
        Undefined.class, Extent.of(new ReliabilityTable(YES_NO, 2, List.of())).missing());
  }

  @Test
  void showsTheParadoxThatOneNumberHides() {
    AgreementPanel panel =
        AgreementPanel.of(twoRaters(80, 10, 5, 5), List.of(1), DRAWS, Clusters.none(100));
    assertEquals(
        List.of("percent-agreement", "krippendorff-alpha", "gwet-ac1"),
        panel.coefficients().stream().map(c -> c.statistic().id()).toList());
    List<Double> values =
        panel.coefficients().stream().map(c -> c.measured().value().orNaN()).toList();
    assertEquals(0.85, values.get(0), 1e-12);
    assertEquals(0.3177142857, values.get(1), 1e-9);
    assertEquals(0.808, values.get(2), 1e-9);
    AgreementPanel.Category yes = panel.categories().getFirst();
    assertEquals("yes", yes.category());
    assertEquals(0.4, yes.agreement().value().orNaN(), 1e-12);
    assertEquals(0.125, yes.prevalence().value().orNaN(), 1e-12);
    assertEquals(100, panel.clusters());
    List<Bootstrapped> all = new ArrayList<>(List.of(yes.agreement(), yes.prevalence()));
    panel.coefficients().forEach(c -> all.add(c.measured()));
    for (Bootstrapped one : all) {
      Interval interval = assertInstanceOf(Interval.class, one.interval());
      assertTrue(interval.contains(one.value().orNaN()), one.toString());
      assertEquals(500, one.draws());
    }
  }

  @Test
  void intervalsOfThePanelAreThoseOfEachAlone() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 40, 3, 4);
    AgreementPanel panel =
        AgreementPanel.of(table, List.of(0, 2), DRAWS, Clusters.none(table.units()));
    for (AgreementPanel.Coefficient one : panel.coefficients()) {
      assertEquals(
          DRAWS.interval(one.statistic().on(table), Clusters.none(table.units())),
          one.measured().interval());
    }
    assertEquals(2, panel.categories().size());
  }

  @Test
  void aPanelOfNothingIsUndefinedThroughout() {
    ReliabilityTable empty = new ReliabilityTable(YES_NO, 2, List.of());
    AgreementPanel panel = AgreementPanel.of(empty, List.of(1), DRAWS, Clusters.none(0));
    for (AgreementPanel.Coefficient one : panel.coefficients()) {
      assertInstanceOf(Undefined.class, one.measured().value());
      assertInstanceOf(Undefined.class, one.measured().interval());
    }
  }

  @Test
  void comparesEachTwoRaters() {
    ReliabilityTable table =
        new ReliabilityTable(
            YES_NO,
            4,
            List.of(new int[] {1, 1, 0, -1}, new int[] {0, 0, 1, -1}, new int[] {0, 0, -1, -1}));
    RaterPairs pairs = RaterPairs.of(new PercentAgreement(), table);
    Undefined none = new Undefined("no unit was rated by both");
    assertEquals(
        List.of(
            new RaterPairs.Pair(0, 1, 3, new Estimate(1)),
            new RaterPairs.Pair(0, 2, 2, new Estimate(0)),
            new RaterPairs.Pair(0, 3, 0, none),
            new RaterPairs.Pair(1, 2, 2, new Estimate(0)),
            new RaterPairs.Pair(1, 3, 0, none),
            new RaterPairs.Pair(2, 3, 0, none)),
        pairs.pairs());
  }

  /** The units of a table of two raters: both no, no and yes, yes and no, both yes. */
  private static ReliabilityTable twoRaters(int no, int first, int second, int yes) {
    List<int[]> units = new ArrayList<>();
    int[][] kinds = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    int[] counts = {no, first, second, yes};
    for (int kind = 0; kind < kinds.length; kind++) {
      for (int i = 0; i < counts[kind]; i++) {
        units.add(kinds[kind]);
      }
    }
    return new ReliabilityTable(YES_NO, 2, units);
  }

  private static ReliabilityTable pairedOnly(ReliabilityTable table) {
    return new ReliabilityTable(
        table.scale(),
        2,
        RandomTables.ratings(table).stream().filter(u -> u[0] >= 0 && u[1] >= 0).toList());
  }
}
