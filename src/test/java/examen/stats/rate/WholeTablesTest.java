package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Interaction, worst cases, pairs, and percentages as they are printed. */
class WholeTablesTest {
  @Test
  void anInteractionOfTwoTermsIsADifference() {
    // Cells that are known without error leave the interval of the other two (Zou and Donner).
    Proportion sure = new Proportion(0, 1_000_000_000_000L);
    TwoRates rates = new TwoRates(new Proportion(30, 90), new Proportion(10, 80));
    Interaction interaction = new Interaction(rates.first(), rates.second(), sure, sure);
    Interval newcombe = (Interval) rates.newcombe(0.95);
    Interval mover = (Interval) interaction.mover(0.95);
    assertEquals(newcombe.low(), mover.low(), 1e-9);
    assertEquals(newcombe.high(), mover.high(), 1e-9);
    Interaction empty = new Interaction(sure, sure, new Proportion(0, 0), sure);
    assertInstanceOf(Undefined.class, empty.estimate());
    assertInstanceOf(Undefined.class, empty.mover(0.95));
  }

  @Test
  void reassigningAnyWayStaysWithinTheBoundsAndReachesThem() {
    Random random = new Random(51);
    for (int i = 0; i < 50; i++) {
      TwoRates rates = TwoRatesTest.any(random, 12);
      long yes = random.nextInt(4);
      long no = random.nextInt(4);
      WorstCase bounds = WorstCase.reassigned(rates, new Proportion(yes, yes + no));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (long a = 0; a <= yes; a++) {
        for (long b = 0; b <= no; b++) {
          double difference =
              new TwoRates(
                      rates.first().plus(new Proportion(a, a + b)),
                      rates.second().plus(new Proportion(yes - a, yes - a + no - b)))
                  .difference()
                  .orNaN();
          low = Math.min(low, difference);
          high = Math.max(high, difference);
        }
      }
      assertEquals(low, bounds.low().orNaN(), 1e-12, "seed 51, " + rates);
      assertEquals(high, bounds.high().orNaN(), 1e-12, "seed 51, " + rates);
    }
  }

  @Test
  void noJudgedItemAndNoUnjudgedOneHaveNoBounds() {
    assertInstanceOf(Undefined.class, WorstCase.unknownOutcomes(new Proportion(0, 0), 0).low());
    assertEquals(1, WorstCase.unknownOutcomes(new Proportion(0, 0), 3).high().orNaN());
  }

  @Test
  void everyPairIsThereOnce() {
    List<AllPairs.Pair> pairs =
        AllPairs.of(List.of(new Proportion(1, 9), new Proportion(5, 9), new Proportion(0, 0)))
            .pairs();
    assertEquals(3, pairs.size());
    assertEquals(pairs.get(0).p(), pairs.get(0).adjusted());
    assertInstanceOf(Undefined.class, pairs.get(1).adjusted());
  }

  /** With decimal arithmetic that has no rounding of its own. */
  @Test
  void countsFitAPercentageExactlyWhenTheyRoundToIt() {
    Random random = new Random(52);
    for (int i = 0; i < 20_000; i++) {
      long n = 1 + random.nextLong(400);
      long k = random.nextLong(n + 1);
      int decimals = random.nextInt(3);
      BigDecimal percent =
          BigDecimal.valueOf(100 * k).divide(BigDecimal.valueOf(n), 12, RoundingMode.DOWN);
      BigDecimal printed = percent.setScale(decimals, RoundingMode.HALF_UP);
      PrintedPercentage one = PrintedPercentage.parse(printed.toPlainString());
      assertTrue(one.fits(new Proportion(k, n)), "seed 52: " + k + "/" + n + " " + printed);
      assertTrue(one.countsOf(n).contains(new Proportion(k, n)), "seed 52: " + k + "/" + n);
      if (one.units() > 0) {
        PrintedPercentage less = new PrintedPercentage(one.units() - 1, decimals);
        assertEquals(
            percent.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValue()
                == less.units(),
            less.fits(new Proportion(k, n)),
            "seed 52: " + k + "/" + n + " " + less);
      }
    }
  }

  @Test
  void allSplitsOfAtMost500HaveTheKnownWorstDifference() {
    PrintedPercentage real = PrintedPercentage.parse("55.1");
    PrintedPercentage evaluation = PrintedPercentage.parse("6.5");
    double worst = 1;
    int fits = 0;
    for (Proportion one : real.countsUpTo(500)) {
      for (Proportion two : evaluation.countsUpTo(500 - one.total())) {
        fits++;
        Interval newcombe = (Interval) new TwoRates(one, two).newcombe(0.95);
        worst = Math.min(worst, newcombe.low());
      }
    }
    assertEquals(2790, fits);
    assertEquals(0.288, worst, 0.0005);
  }

  @Test
  void whatIsNoPercentageIsRefused() {
    for (String text : List.of("", "101", "-1", "5,5", "55.", "1e1", "55.1234567", "100.1")) {
      assertThrows(IllegalArgumentException.class, () -> PrintedPercentage.parse(text), text);
    }
    assertFalse(PrintedPercentage.parse("0").fits(new Proportion(0, 0)));
    assertEquals(List.of(), PrintedPercentage.parse("50").countsOf(0));
  }
}
