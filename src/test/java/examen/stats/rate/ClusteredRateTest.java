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

class ClusteredRateTest {
  @Test
  void clustersThatAreAllOrNothingSayAsMuchAsOneItemEach() {
    List<Proportion> clusters = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clusters.add(new Proportion(i < 8 ? 25 : 0, 25));
    }
    ClusteredRate rate = new ClusteredRate(clusters);
    assertEquals(1, rate.intraclassCorrelation().orNaN(), 1e-12);
    assertEquals(Math.sqrt(0.4 * 0.6 / 19), rate.standardError().orNaN(), 1e-12);
    assertEquals(20, rate.effectiveSize().orNaN(), 1.1);
  }

  @Test
  void twoClustersHaveTheCorrelationWorkedByHand() {
    ClusteredRate rate = new ClusteredRate(List.of(new Proportion(3, 4), new Proportion(1, 4)));
    // Mean squares 0.5 between and 0.25 within, so 0.25 / (0.5 + 3 * 0.25).
    assertEquals(0.2, rate.intraclassCorrelation().orNaN(), 1e-12);
    assertEquals(0.25, rate.standardError().orNaN(), 1e-12);
  }

  @Test
  void independentItemsHaveAboutTheNaiveError() {
    Random random = new Random(41);
    List<Proportion> clusters = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      long yes = 0;
      for (int k = 0; k < 10; k++) {
        yes += random.nextDouble() < 0.3 ? 1 : 0;
      }
      clusters.add(new Proportion(yes, 10));
    }
    ClusteredRate rate = new ClusteredRate(clusters);
    assertEquals(1, rate.designEffect().orNaN(), 0.08, "seed 41");
    assertEquals(0, rate.intraclassCorrelation().orNaN(), 0.01, "seed 41");
  }

  @Test
  void theOrderOfClustersDoesNotMatterAndEmptyOnesTellNothing() {
    List<Proportion> clusters =
        new ArrayList<>(
            List.of(
                new Proportion(3, 4),
                new Proportion(0, 0),
                new Proportion(1, 9),
                new Proportion(5, 5)));
    ClusteredRate rate = new ClusteredRate(clusters);
    Collections.reverse(clusters);
    clusters.remove(2);
    ClusteredRate other = new ClusteredRate(clusters);
    assertEquals(rate.standardError().orNaN(), other.standardError().orNaN(), 1e-15);
    assertEquals(3, rate.clusters().size());
  }

  @Test
  void theLogitIntervalStaysWithinZeroAndOne() {
    ClusteredRate rate =
        new ClusteredRate(
            List.of(new Proportion(1, 9), new Proportion(0, 9), new Proportion(0, 9)));
    Interval logit = (Interval) rate.logitInterval(0.95);
    Interval plain = (Interval) rate.tInterval(0.95);
    assertTrue(plain.low() < 0 && logit.low() > 0 && logit.high() < 1);
  }

  @Test
  void onePromptOrNoVariationHasNoError() {
    ClusteredRate one = new ClusteredRate(List.of(new Proportion(96, 100)));
    assertInstanceOf(Undefined.class, one.standardError());
    assertInstanceOf(Undefined.class, one.tInterval(0.95));
    assertInstanceOf(Undefined.class, one.intraclassCorrelation());
    ClusteredRate never = new ClusteredRate(List.of(new Proportion(0, 7), new Proportion(0, 9)));
    assertInstanceOf(Undefined.class, never.standardError());
    assertInstanceOf(Undefined.class, never.logitInterval(0.95));
    assertInstanceOf(Undefined.class, never.designEffect());
    assertInstanceOf(Undefined.class, never.intraclassCorrelation());
    ClusteredRate none = new ClusteredRate(List.of());
    assertInstanceOf(Undefined.class, none.standardError());
    assertInstanceOf(Undefined.class, none.naiveError());
  }
}
