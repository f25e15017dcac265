package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Undefined;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoRatesTest {
  @Test
  void changingTheGroupsAboutTurnsEveryNumberRound() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      TwoRates rates = any(random, 40);
      TwoRates swapped = rates.swapped();
      String where = "seed 11, " + rates;
      assertEquals(rates.difference().orNaN(), -swapped.difference().orNaN(), 1e-12, where);
      mirrored(rates.newcombe(0.95), swapped.newcombe(0.95), where);
      mirrored(rates.miettinenNurminen(0.95), swapped.miettinenNurminen(0.95), where);
      inverse(new RiskRatio(rates).koopman(0.9), new RiskRatio(swapped).koopman(0.9), where);
      inverse(new OddsRatio(rates).woolf(0.9), new OddsRatio(swapped).woolf(0.9), where);
      inverse(
          rates.fisher().oddsRatioInterval(0.9), swapped.fisher().oddsRatioInterval(0.9), where);
      assertEquals(rates.fisher().p().orNaN(), swapped.fisher().p().orNaN(), 1e-12, where);
      assertEquals(rates.chiSquare().p().orNaN(), swapped.chiSquare().p().orNaN(), 1e-12, where);
    }
  }

  @Test
  void countingTheOthersTurnsTheDifferenceRound() {
    Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      TwoRates rates = any(random, 60);
      TwoRates others = new TwoRates(rates.first().complement(), rates.second().complement());
      mirrored(rates.newcombe(0.95), others.newcombe(0.95), "seed 12, " + rates);
      mirrored(rates.miettinenNurminen(0.95), others.miettinenNurminen(0.95), "seed 12, " + rates);
    }
  }

  /** The likeliest rates found by trying many, and not by the cubic. */
  @Test
  void theScoreTestIsJustNotRefusedAtTheEnds() {
    TwoRates rates = new TwoRates(new Proportion(7, 25), new Proportion(2, 31));
    Interval interval = (Interval) rates.miettinenNurminen(0.95);
    for (double difference : new double[] {interval.low(), interval.high()}) {
      double best = Double.NEGATIVE_INFINITY;
      double p2 = 0;
      for (double p = 1e-6; p < 1; p += 1e-5) {
        double p1 = p + difference;
        if (p1 > 0 && p1 < 1) {
          double log =
              7 * Math.log(p1) + 18 * Math.log(1 - p1) + 2 * Math.log(p) + 29 * Math.log(1 - p);
          p2 = log > best ? p : p2;
          best = Math.max(best, log);
        }
      }
      double p1 = p2 + difference;
      double variance = (p1 * (1 - p1) / 25 + p2 * (1 - p2) / 31) * 56 / 55;
      double z = (7.0 / 25 - 2.0 / 31 - difference) / Math.sqrt(variance);
      assertEquals(1.959964, Math.abs(z), 1e-3);
    }
  }

  @Test
  void fishersTeaTastingHasThePOfTheBook() {
    ConditionalTest tea = new TwoRates(new Proportion(3, 4), new Proportion(1, 4)).fisher();
    assertEquals(34.0 / 70, tea.p().orNaN(), 1e-12);
    // The root of (16 s + 72 s^2 + 48 s^3 + 4 s^4) = 3 (1 + 16 s + 36 s^2 + 16 s^3 + s^4); R prints
    // 6.408309, as its root is searched to four digits.
    assertEquals(6.408319658199672, tea.oddsRatio().orNaN(), 1e-12);
  }

  @Test
  void fishersPIsThatOfCountingAllTables() {
    Random random = new Random(13);
    for (int i = 0; i < 100; i++) {
      TwoRates rates = any(random, 30);
      assertEquals(counted(rates), rates.fisher().p().orNaN(), 1e-10, "seed 13, " + rates);
    }
  }

  @Test
  void newcombeCoversAboutAsOftenAsItSays() {
    double sum = 0;
    int pairs = 0;
    for (double p1 = 0.1; p1 < 0.95; p1 += 0.1) {
      for (double p2 = 0.1; p2 <= p1; p2 += 0.1) {
        sum += coverage(p1, p2);
        pairs++;
      }
    }
    assertEquals(0.953, sum / pairs, 0.012);
  }

  @Test
  void groupsOfMillionsHaveExactNumbersToo() {
    TwoRates rates =
        new TwoRates(new Proportion(5_001_000, 10_000_000), new Proportion(5_000_000, 10_000_000));
    double normal = rates.chiSquare().p().orNaN();
    assertEquals(normal, rates.fisher().p().orNaN(), 1e-3);
    Interval exact = (Interval) rates.fisher().oddsRatioInterval(0.95);
    Interval woolf = (Interval) new OddsRatio(rates).woolf(0.95);
    assertEquals(woolf.low(), exact.low(), 1e-5);
    assertEquals(woolf.high(), exact.high(), 1e-5);
    Interval score = (Interval) rates.miettinenNurminen(0.95);
    Interval newcombe = (Interval) rates.newcombe(0.95);
    assertEquals(newcombe.low(), score.low(), 1e-8);
    assertInstanceOf(Undefined.class, new UnconditionalTest(rates).barnardPooled());
  }

  @Test
  void anEmptyGroupLeavesNothing() {
    TwoRates empty = new TwoRates(new Proportion(1, 3), new Proportion(0, 0));
    assertInstanceOf(Undefined.class, empty.difference());
    assertInstanceOf(Undefined.class, empty.newcombe(0.95));
    assertInstanceOf(Undefined.class, empty.miettinenNurminen(0.95));
    assertInstanceOf(Undefined.class, empty.chiSquare().p());
    assertInstanceOf(Undefined.class, empty.fisher().p());
    assertInstanceOf(Undefined.class, new RiskRatio(empty).estimate());
    assertInstanceOf(Undefined.class, new RiskRatio(empty).koopman(0.95));
    assertInstanceOf(Undefined.class, new OddsRatio(empty).estimate());
    assertInstanceOf(Undefined.class, new UnconditionalTest(empty).boschloo());
  }

  static TwoRates any(Random random, int most) {
    long n1 = 1 + random.nextLong(most);
    long n2 = 1 + random.nextLong(most);
    return new TwoRates(
        new Proportion(random.nextLong(n1 + 1), n1), new Proportion(random.nextLong(n2 + 1), n2));
  }

  private static void mirrored(Bounds one, Bounds other, String where) {
    assertEquals(((Interval) one).low(), -((Interval) other).high(), 1e-9, where);
    assertEquals(((Interval) one).high(), -((Interval) other).low(), 1e-9, where);
  }

  private static void inverse(Bounds one, Bounds other, String where) {
    if (one instanceof Interval a && other instanceof Interval b) {
      assertEquals(1, a.low() == 0 ? 1 / (1 + 1 / b.high()) : a.low() * b.high(), 1e-6, where);
    } else {
      assertTrue(one instanceof Undefined && other instanceof Undefined, where);
    }
  }

  private static double counted(TwoRates rates) {
    long events = rates.first().count() + rates.second().count();
    BigInteger own = tables(rates.first(), rates.second());
    BigInteger all = BigInteger.ZERO;
    BigInteger asRare = BigInteger.ZERO;
    for (long x = 0; x <= events; x++) {
      if (x <= rates.first().total() && events - x <= rates.second().total()) {
        BigInteger ways =
            tables(
                new Proportion(x, rates.first().total()),
                new Proportion(events - x, rates.second().total()));
        all = all.add(ways);
        asRare = ways.compareTo(own) <= 0 ? asRare.add(ways) : asRare;
      }
    }
    return asRare.doubleValue() / all.doubleValue();
  }

  private static BigInteger tables(Proportion one, Proportion two) {
    return choose(one).multiply(choose(two));
  }

  private static BigInteger choose(Proportion p) {
    BigInteger ways = BigInteger.ONE;
    for (long i = 0; i < p.count(); i++) {
      ways = ways.multiply(BigInteger.valueOf(p.total() - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  private static double coverage(double p1, double p2) {
    double[] first = ProportionTest.binomial(25, p1);
    double[] second = ProportionTest.binomial(20, p2);
    double covered = 0;
    for (int x = 0; x <= 25; x++) {
      for (int y = 0; y <= 20; y++) {
        Interval interval =
            (Interval) new TwoRates(new Proportion(x, 25), new Proportion(y, 20)).newcombe(0.95);
        covered += interval.contains(p1 - p2) ? first[x] * second[y] : 0;
      }
    }
    return covered;
  }
}
