package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrataTest {
  @Test
  void oneStratumIsItsOwnTable() {
    TwoRates table = table(9, 30, 4, 40);
    Strata strata = new Strata(List.of(table));
    assertEquals(new OddsRatio(table).estimate().orNaN(), strata.commonOddsRatio().orNaN(), 1e-12);
    assertEquals(table.difference().orNaN(), strata.riskDifference().orNaN(), 1e-12);
    assertEquals(table.fisher().p().orNaN(), strata.exact().p().orNaN(), 1e-12);
    assertEquals(
        table.chiSquare().statistic().orNaN() * 69 / 70, strata.test().statistic().orNaN(), 1e-9);
    Interval woolf = (Interval) new OddsRatio(table).woolf(0.95);
    Interval common = (Interval) strata.commonOddsRatioInterval(0.95);
    assertEquals(woolf.low(), common.low(), 1e-9);
    assertInstanceOf(Undefined.class, strata.homogeneity().tarone().p());
  }

  @Test
  void theOrderOfStrataAndGroupsDoesNotMatter() {
    Random random = new Random(21);
    for (int i = 0; i < 50; i++) {
      List<TwoRates> tables = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        tables.add(TwoRatesTest.any(random, 25));
      }
      Strata strata = new Strata(tables);
      List<TwoRates> other = new ArrayList<>(tables);
      Collections.shuffle(other, random);
      Strata shuffled = new Strata(other);
      Strata swapped = new Strata(tables.stream().map(TwoRates::swapped).toList());
      String where = "seed 21, " + tables;
      close(strata.exact().p().orNaN(), shuffled.exact().p().orNaN(), where);
      close(strata.exact().p().orNaN(), swapped.exact().p().orNaN(), where);
      close(strata.test().p().orNaN(), swapped.test().p().orNaN(), where);
      close(strata.commonOddsRatio().orNaN(), 1 / swapped.commonOddsRatio().orNaN(), where);
      close(strata.riskDifference().orNaN(), -swapped.riskDifference().orNaN(), where);
      close(strata.riskDifferenceError().orNaN(), swapped.riskDifferenceError().orNaN(), where);
      close(
          strata.homogeneity().tarone().statistic().orNaN(),
          swapped.homogeneity().tarone().statistic().orNaN(),
          where);
    }
  }

  @Test
  void strataWithOneOddsRatioAreHomogeneous() {
    Strata strata = new Strata(List.of(table(10, 30, 4, 24), table(25, 50, 10, 50)));
    // Odds 1/2 and 1/5, so 2.5; odds 1 and 1/4, so 4: not the same, and neither far apart.
    assertEquals(2.5, new OddsRatio(strata.strata().get(0)).estimate().orNaN(), 1e-12);
    assertTrue(strata.homogeneity().tarone().p().orNaN() > 0.3);
    Strata same = new Strata(List.of(table(10, 30, 4, 24), table(20, 60, 8, 48)));
    assertEquals(0, same.homogeneity().breslowDay().statistic().orNaN(), 1e-9);
    assertEquals(1, same.homogeneity().tarone().p().orNaN(), 1e-9);
  }

  @Test
  void strataWithoutEventsOrWithAnEmptyGroupTellNothing() {
    TwoRates table = table(9, 30, 4, 40);
    Strata strata = new Strata(List.of(table, table(0, 10, 0, 10), table(1, 5, 0, 0)));
    assertEquals(List.of(1, 2), strata.withoutInformation());
    assertEquals(new OddsRatio(table).estimate().orNaN(), strata.commonOddsRatio().orNaN(), 1e-12);
    close(table.fisher().p().orNaN(), strata.exact().p().orNaN(), "exact");
  }

  @Test
  void nothingToCompareIsUndefined() {
    for (Strata strata :
        List.of(
            new Strata(List.of()),
            new Strata(List.of(table(0, 10, 0, 10))),
            new Strata(List.of(table(3, 10, 0, 0))))) {
      assertInstanceOf(Undefined.class, strata.commonOddsRatio());
      assertInstanceOf(Undefined.class, strata.commonOddsRatioInterval(0.95));
      assertInstanceOf(Undefined.class, strata.test().p());
      assertInstanceOf(Undefined.class, strata.riskDifferenceError());
      assertInstanceOf(Undefined.class, strata.homogeneity().breslowDay().p());
      assertInstanceOf(Undefined.class, strata.exact().oddsRatio());
    }
  }

  @Test
  void aWholeThatTurnsRoundInItsPartsIsSeen() {
    // Simpson: the first group is better in both parts and worse in the whole.
    TwoRates large = table(81, 87, 234, 270);
    TwoRates small = table(192, 263, 55, 80);
    Strata strata = new Strata(List.of(large, small));
    TwoRates whole =
        new TwoRates(large.first().plus(small.first()), large.second().plus(small.second()));
    assertTrue(whole.difference().orNaN() < 0 && strata.riskDifference().orNaN() > 0);
  }

  private static TwoRates table(long x1, long n1, long x2, long n2) {
    return new TwoRates(new Proportion(x1, n1), new Proportion(x2, n2));
  }

  private static void close(double wanted, double got, String where) {
    assertEquals(wanted, got, 1e-9 * Math.max(1, Math.abs(wanted)), where);
  }
}
