package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final List<Proportion> RISING =
      List.of(
          new Proportion(2, 50),
          new Proportion(9, 60),
          new Proportion(8, 40),
          new Proportion(20, 70));

  @Test
  void scoresInOtherUnitsGiveTheSameTest() {
    Trend one = new Trend(RISING, List.of(0.0, 1.0, 2.0, 5.0));
    Trend other = new Trend(RISING, List.of(7e6, 7.001e6, 7.002e6, 7.005e6));
    assertEquals(one.line().statistic().orNaN(), other.line().statistic().orNaN(), 1e-8);
    assertEquals(one.logistic().slope().orNaN(), 1000 * other.logistic().slope().orNaN(), 1e-9);
    assertEquals(
        one.logistic().slopeError().orNaN(), 1000 * other.logistic().slopeError().orNaN(), 1e-9);
  }

  @Test
  void twoPlacesAreTwoRates() {
    TwoRates rates = new TwoRates(RISING.get(0), RISING.get(1));
    Trend trend = new Trend(RISING.subList(0, 2), List.of(3.0, 8.0));
    assertEquals(rates.chiSquare().statistic().orNaN(), trend.line().statistic().orNaN(), 1e-12);
    assertEquals(
        -Math.log(new OddsRatio(rates).estimate().orNaN()) / 5,
        trend.logistic().slope().orNaN(),
        1e-12);
    assertInstanceOf(Undefined.class, trend.departure().p());
  }

  @Test
  void theLogisticLineHasAsManyEventsAsWereSeen() {
    LogisticLine line = new Trend(RISING, List.of(0.0, 1.0, 2.0, 5.0)).logistic();
    double[] scores = {0, 1, 2, 5};
    double events = 0;
    double moment = 0;
    for (int i = 0; i < scores.length; i++) {
      double logit = line.intercept().orNaN() + line.slope().orNaN() * scores[i];
      double left = RISING.get(i).count() - RISING.get(i).total() / (1 + Math.exp(-logit));
      events += left;
      moment += left * scores[i];
    }
    assertEquals(0, events, 1e-9);
    assertEquals(0, moment, 1e-9);
    Interval slope = (Interval) line.slopeInterval(0.95);
    assertEquals(line.slope().orNaN(), (slope.low() + slope.high()) / 2, 1e-12);
  }

  @Test
  void placesWithoutItemsTellNothing() {
    Trend with =
        new Trend(
            List.of(RISING.get(0), new Proportion(0, 0), RISING.get(1), RISING.get(2)),
            List.of(1.0, 900.0, 2.0, 3.0));
    Trend without = new Trend(RISING.subList(0, 3), List.of(1.0, 2.0, 3.0));
    assertEquals(without.line().p().orNaN(), with.line().p().orNaN(), 1e-12);
    assertEquals(without.any().p().orNaN(), with.any().p().orNaN(), 1e-12);
    assertEquals(without.departure().p().orNaN(), with.departure().p().orNaN(), 1e-12);
    assertEquals(without.logistic().slope().orNaN(), with.logistic().slope().orNaN(), 1e-9);
  }

  @Test
  void aScoreThatPartsTheOutcomesHasNoSlope() {
    List<Proportion> parted =
        List.of(new Proportion(0, 9), new Proportion(4, 9), new Proportion(9, 9));
    Trend trend = new Trend(parted, List.of(1.0, 2.0, 3.0));
    assertInstanceOf(Undefined.class, trend.logistic().slope());
    assertInstanceOf(Undefined.class, trend.logistic().slopeInterval(0.95));
  }

  @Test
  void outcomesOrScoresThatAreAllTheSameHaveNoTrend() {
    List<Proportion> none = List.of(new Proportion(0, 5), new Proportion(0, 7));
    Trend still = new Trend(none, List.of(1.0, 2.0));
    assertInstanceOf(Undefined.class, still.line().p());
    assertInstanceOf(Undefined.class, still.any().p());
    assertInstanceOf(Undefined.class, still.logistic().slope());
    Trend here = new Trend(RISING.subList(0, 2), List.of(4.0, 4.0));
    assertInstanceOf(Undefined.class, here.line().p());
    assertInstanceOf(Undefined.class, here.logistic().slope());
    assertInstanceOf(Undefined.class, new Trend(List.of(), List.of()).line().p());
  }
}
