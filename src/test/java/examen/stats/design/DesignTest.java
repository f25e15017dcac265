package examen.stats.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static final List<Design> ALL =
      List.of(
          new Design.All(),
          new Design.SimpleRandom(12),
          new Design.Stratified(new Allocation.Proportional(), 12),
          new Design.Stratified(new Allocation.Equal(), 12),
          new Design.Stratified(new Allocation.Neyman(Map.of("a", 0.5, "b", 0.02)), 12),
          new Design.Unequal(12, 0.05),
          new Design.Top(12));

  @Test
  void theSameItemsAndSeedAreTheSameDrawInWhateverOrderTheyCome() {
    List<Frame.Item> items = new ArrayList<>(frame(40).items());
    for (Design design : ALL) {
      Drawn one = design.draw(new Frame(items), 7);
      Collections.shuffle(items, new Random(71));
      assertEquals(one, design.draw(new Frame(items), 7), design.id());
      assertEquals(design.id(), one.design());
      assertEquals(7, one.seed());
    }
  }

  /** Held by hand, so that another version of a library or machine that draws otherwise is seen. */
  @Test
  void aSeedDrawsWhatItDrewBefore() {
    Drawn drawn = new Design.SimpleRandom(5).draw(frame(20), 2026);
    assertEquals(
        List.of("item-015", "item-003", "item-002", "item-001", "item-009"),
        drawn.items().stream().map(Drawn.Item::id).toList());
    Drawn unequal = new Design.Unequal(4, 0.05).draw(frame(20), 2026);
    assertEquals(
        List.of("item-019", "item-006", "item-012", "item-014"),
        unequal.items().stream().map(Drawn.Item::id).toList());
    // Computed by another program (Python's hashlib) from the form that the method states.
    assertEquals(
        "302ef6ae64cdbee0d7f2ecc169bb43312a71e70e952443bfcee7e90b917bfc9e", drawn.frameHash());
  }

  @Test
  void everyDesignDrawsEachItemAsOftenAsItSays() {
    Frame frame = frame(15);
    int seeds = 2000;
    for (Design design :
        List.of(
            new Design.SimpleRandom(6),
            new Design.Stratified(new Allocation.Equal(), 6),
            new Design.Unequal(6, 0.1))) {
      Map<String, Integer> times = new HashMap<>();
      Map<String, Double> said = new HashMap<>();
      for (int seed = 0; seed < seeds; seed++) {
        Drawn drawn = design.draw(frame, seed);
        assertEquals(6, drawn.items().size(), design.id());
        for (Drawn.Item item : drawn.items()) {
          times.merge(item.id(), 1, Integer::sum);
          said.put(item.id(), item.probability().orNaN());
        }
      }
      assertEquals(15, times.size());
      double chi = 0;
      for (Map.Entry<String, Integer> item : times.entrySet()) {
        double p = said.getOrDefault(item.getKey(), 0.0);
        chi += p == 1 ? 0 : Math.pow(item.getValue() - seeds * p, 2) / (seeds * p * (1 - p));
      }
      // Draws of a fixed size hang together: their sum of squares is at most that of 15 free ones.
      double tail = ChiSquaredDistribution.of(15).survivalProbability(chi);
      assertTrue(tail > 0.001, design.id() + ": " + chi);
      assertEquals(6, said.values().stream().mapToDouble(v -> v).sum(), 1e-9, design.id());
    }
  }

  @Test
  void probabilitiesGoBySizeBetweenTheFloorAndOne() {
    List<Frame.Item> items = new ArrayList<>();
    for (double size : new double[] {0, 0.01, 1, 2, 3, 50}) {
      items.add(new Frame.Item("id" + size, "s", size));
    }
    double[] p = Inclusion.probabilities(items, 3, 0.1);
    assertEquals(0.1, p[0], 1e-12);
    assertEquals(0.1, p[1], 1e-12);
    assertEquals(1, p[5], 1e-12);
    assertEquals(2 * p[2], p[3], 1e-12);
    assertEquals(3 * p[2], p[4], 1e-12);
    double[] flat = Inclusion.probabilities(items, 3, 1);
    for (double one : flat) {
      assertEquals(0.5, one, 1e-9);
    }
    for (double one : Inclusion.probabilities(items, 6, 0.1)) {
      assertEquals(1, one, 1e-9);
    }
  }

  @Test
  void theOrderWithinADrawIsByChance() {
    int[] first = new int[2];
    for (int seed = 0; seed < 2000; seed++) {
      Drawn drawn = new Design.Stratified(new Allocation.Equal(), 8).draw(frame(20), seed);
      first[drawn.items().getFirst().stratum().equals("a") ? 0 : 1]++;
    }
    assertEquals(1000, first[0], 120);
  }

  @Test
  void whatWasChosenByScoreIsNoSample() {
    Drawn top = new Design.Top(3).draw(frame(10), 1);
    assertEquals(
        List.of("item-009", "item-008", "item-007"),
        top.items().stream().map(Drawn.Item::id).toList());
    assertFalse(top.isSample());
    assertTrue(top.firstRead(3).isEmpty());
    assertInstanceOf(Undefined.class, top.items().getFirst().probability());
  }

  @Test
  void aSampleLargerThanTheFrameIsTheFrame() {
    for (Design design :
        List.of(
            new Design.SimpleRandom(99),
            new Design.Stratified(new Allocation.Equal(), 99),
            new Design.Unequal(99, 0.05),
            new Design.All())) {
      Drawn drawn = design.draw(frame(9), 3);
      assertEquals(9, new HashSet<>(drawn.items().stream().map(Drawn.Item::id).toList()).size());
      assertTrue(drawn.firstRead(9).orElseThrow().isWhole(), design.id());
    }
  }

  @Test
  void aFrameWithoutItemsGivesNothing() {
    for (Design design : ALL) {
      assertEquals(List.of(), design.draw(new Frame(List.of()), 1).items(), design.id());
    }
  }

  @Test
  void everyChangeOfAFrameChangesItsHash() {
    String hash = frame(10).hash();
    assertNotEquals(hash, frame(11).hash());
    assertNotEquals(
        new Frame(List.of(new Frame.Item("ab", "c", 1))).hash(),
        new Frame(List.of(new Frame.Item("a", "bc", 1))).hash());
    assertNotEquals(
        new Frame(List.of(new Frame.Item("a", "c", 1))).hash(),
        new Frame(List.of(new Frame.Item("a", "c", Math.nextUp(1.0)))).hash());
    Frame.Item twice = new Frame.Item("a", "c", 1);
    assertThrows(IllegalArgumentException.class, () -> new Frame(List.of(twice, twice)));
    assertThrows(IllegalArgumentException.class, () -> new Frame.Item("a", "c", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Design.SimpleRandom(-1));
    assertThrows(IllegalArgumentException.class, () -> new Design.Unequal(3, 0));
  }

  @Test
  void readingThatStoppedEarlyWeighsWhatWasRead() {
    Drawn drawn = new Design.Stratified(new Allocation.Equal(), 20).draw(frame(40), 5);
    SurveySample read = drawn.firstRead(10).orElseThrow();
    double sum = 0;
    for (int unit = 0; unit < read.size(); unit++) {
      sum += read.weight(unit);
    }
    assertEquals(40, sum, 1e-9);
    SurveySample half = new Design.Unequal(20, 0.05).draw(frame(40), 5).firstRead(10).orElseThrow();
    assertEquals(10, half.size());
    assertTrue(half.weight(0) >= 2);
  }

  @Test
  void allocationsGiveOutEveryItemAndNoMoreThanThereAre() {
    Random random = new Random(72);
    for (int run = 0; run < 500; run++) {
      List<Stratum> strata = new ArrayList<>();
      Map<String, Double> rates = new HashMap<>();
      for (int h = 0; h < 1 + random.nextInt(6); h++) {
        strata.add(new Stratum("s" + h, random.nextInt(50)));
        rates.put("s" + h, random.nextInt(11) / 10.0);
      }
      int all = (int) strata.stream().mapToLong(Stratum::population).sum();
      int n = random.nextInt(all + 1);
      for (Allocation allocation :
          List.of(
              new Allocation.Proportional(),
              new Allocation.Equal(),
              new Allocation.Neyman(rates))) {
        int[] given = allocation.whole(strata, n);
        int sum = 0;
        long two = strata.stream().mapToLong(s -> Math.min(2, s.population())).sum();
        for (int h = 0; h < given.length; h++) {
          sum += given[h];
          assertTrue(given[h] <= strata.get(h).population(), "seed 72");
          assertTrue(n < two || given[h] >= Math.min(2, strata.get(h).population()), "seed 72");
        }
        assertEquals(n, sum, "seed 72, " + strata + " " + allocation.id());
      }
    }
  }

  @Test
  void neymansAllocationHasTheLeastError() {
    List<Stratum> strata = List.of(new Stratum("a", 300), new Stratum("b", 2700));
    double[] rates = {0.7, 0.04};
    double[] best = new Allocation.Neyman(Map.of("a", 0.7, "b", 0.04)).exact(strata, 200);
    double least = Allocation.expectedError(strata, rates, best);
    for (double moved = -30; moved <= 30; moved += 5) {
      double[] other = {best[0] + moved, best[1] - moved};
      assertTrue(Allocation.expectedError(strata, rates, other) >= least - 1e-12);
    }
  }

  private static Frame frame(int size) {
    List<Frame.Item> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(new Frame.Item(String.format("item-%03d", i), i < size / 2 ? "a" : "b", i / 10.0));
    }
    return new Frame(items);
  }
}
