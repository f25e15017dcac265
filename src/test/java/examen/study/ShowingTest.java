package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import org.junit.jupiter.api.Test;

/** The rules by which numbers are shown. */
class ShowingTest {
  @Test
  void aPercentageHasOneDecimalOnlyFromAHundredOn() {
    assertEquals("55.1%", Showing.rate(new Proportion(217, 394)).text());
    assertEquals("6%", Showing.rate(new Proportion(6, 93)).text());
    assertEquals("217 / 394", Showing.count(new Proportion(217, 394)).text());
  }

  @Test
  void onlyNoneIsNothingAndOnlyAllIsEverything() {
    assertEquals("0%", Showing.rate(new Proportion(0, 9)).text());
    assertEquals("0.0%", Showing.rate(new Proportion(0, 500)).text());
    assertEquals("<0.1%", Showing.rate(new Proportion(1, 10_000)).text());
    assertEquals(">99.9%", Showing.rate(new Proportion(9_999, 10_000)).text());
    assertEquals("100.0%", Showing.rate(new Proportion(500, 500)).text());
    assertEquals(">99%", Showing.percent(0.996, 50));
    assertEquals("<1%", Showing.percent(0.004, 50));
  }

  @Test
  void theEndsOfAnIntervalAreNotRoundedToNoneOrAllEither() {
    assertEquals("[88, >99]", Showing.percents(new Proportion(43, 44).wilson(0.95), 44).text());
    assertEquals("[91, 100]", Showing.percents(new Proportion(40, 40).wilson(0.95), 40).text());
    assertEquals("[0, 6]", Showing.percents(new Proportion(0, 66).wilson(0.95), 66).text());
    assertEquals(
        "[<0.1, 0.1]", Showing.percents(new Interval(0.0002, 0.001, 0.95, "any"), 5000).text());
  }

  @Test
  void whatIsUndefinedSaysWhy() {
    assertEquals(
        "undefined (no variation)", Showing.number(new Undefined("no variation"), 3).text());
    assertTrue(Showing.rate(new Proportion(0, 0)).text().startsWith("undefined ("));
  }

  @Test
  void differencesHaveASign() {
    assertEquals("+48.6", Showing.points(new Estimate(0.48624)).text());
    assertEquals("-0.5", Showing.points(new Estimate(-0.005)).text());
    assertEquals("0.0", Showing.points(new Estimate(-0.00001)).text());
    assertEquals(
        "[40.1, 54.6]", Showing.points(new Interval(0.40126, 0.54574, 0.95, "Newcombe")).text());
  }

  @Test
  void smallProbabilitiesKeepTheirSize() {
    assertEquals("0.013", Showing.p(new Estimate(0.0132)).text());
    assertEquals("1.2e-19", Showing.p(new Estimate(1.2e-19)).text());
    assertEquals("5.0e-4", Showing.p(new Estimate(0.0005)).text());
  }
}
