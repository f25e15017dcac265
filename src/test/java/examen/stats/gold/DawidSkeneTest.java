package examen.stats.gold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dawid and Skene 1979. */
class DawidSkeneTest {
  /** How often each of five raters is right. */
  private static final double[] RIGHT = {0.95, 0.9, 0.85, 0.6, 0.55};

  @Test
  void findsHowGoodRatersAreAndBeatsTheMajority() {
    int[] truth = new Random(1).ints(2000, 0, 2).toArray();
    ReliabilityTable table = drawn(truth, 2);
    DawidSkeneFit fit = DawidSkene.fit(table);
    for (int rater = 0; rater < RIGHT.length; rater++) {
      assertEquals(RIGHT[rater], fit.error(rater, 0, 0), 0.04, "rater " + rater);
      assertEquals(RIGHT[rater], fit.error(rater, 1, 1), 0.04, "rater " + rater);
    }
    assertEquals(0.5, fit.prior(0).orNaN(), 0.04);
    long right = right(truth, fit.gold(table.scale(), 0).categories());
    long majority = right(truth, VoteRule.MAJORITY.of(table).categories());
    assertTrue(right > majority + 50, right + " right, by majority " + majority);
  }

  @Test
  void noStepMakesTheVotesLessLikely() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 4), 60, 4, 3);
    double before = Double.NEGATIVE_INFINITY;
    for (int steps = 1; steps <= 40; steps++) {
      DawidSkeneFit fit =
          new DawidSkene(4, steps).fit(table.units(), table.raters(), Vote.of(table));
      assertTrue(fit.course().logLikelihood() >= before - 1e-9, "step " + steps);
      before = fit.course().logLikelihood();
    }
  }

  @Test
  void tellsWhenItStillMoved() {
    ReliabilityTable table = drawn(new Random(1).ints(200, 0, 3).toArray(), 3);
    List<Vote> votes = Vote.of(table);
    DawidSkeneFit cut = new DawidSkene(3, 2).fit(200, RIGHT.length, votes);
    assertEquals(DawidSkeneFit.End.OUT_OF_STEPS, cut.course().end());
    assertTrue(cut.gold(table.scale()).rule().contains("still moving"));
    DawidSkeneFit whole = DawidSkene.fit(table);
    assertEquals(DawidSkeneFit.End.STOOD_STILL, whole.course().end());
    assertTrue(whole.course().steps() < 10_000);
  }

  @Test
  void unitsThatAreThereSeveralTimesCountSoOften() {
    for (int seed = 0; seed < 20; seed++) {
      ReliabilityTable table =
          RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 40, 3, seed);
      int units = table.units();
      List<Vote> thrice = new ArrayList<>();
      for (Vote vote : Vote.of(table)) {
        for (int time = 0; time < 3; time++) {
          thrice.add(new Vote(vote.unit() + time * units, vote.rater(), vote.category()));
        }
      }
      Collections.shuffle(thrice, new Random(seed));
      DawidSkene model = new DawidSkene(3, 25);
      DawidSkeneFit once = model.fit(units, table.raters(), Vote.of(table));
      DawidSkeneFit whole = model.fit(3 * units, table.raters(), thrice);
      assertEquals(
          3 * once.course().logLikelihood(), whole.course().logLikelihood(), 1e-8, "seed " + seed);
      for (int unit = 0; unit < 3 * units; unit++) {
        for (int category = 0; category < 3; category++) {
          assertEquals(
              once.posterior(unit % units, category).orNaN(),
              whole.posterior(unit, category).orNaN(),
              1e-8,
              "seed " + seed + ", unit " + unit);
        }
      }
    }
  }

  @Test
  void namesOfCategoriesAndOrderOfRatersDoNotMatter() {
    ReliabilityTable table = drawn(new Random(2).ints(150, 0, 3).toArray(), 3);
    int[] names = {2, 0, 1};
    ReliabilityTable other = RandomTables.renamed(table.of(4, 3, 2, 1, 0), table.scale(), names);
    DawidSkeneFit one = DawidSkene.fit(table);
    DawidSkeneFit two = DawidSkene.fit(other);
    assertEquals(one.course().logLikelihood(), two.course().logLikelihood(), 1e-6);
    for (int unit = 0; unit < table.units(); unit++) {
      for (int category = 0; category < 3; category++) {
        assertEquals(
            one.posterior(unit, category).orNaN(),
            two.posterior(unit, names[category]).orNaN(),
            1e-5,
            "unit " + unit);
      }
    }
  }

  @Test
  void unsureUnitsGoToAdjudication() {
    int[] truth = new Random(4).ints(500, 0, 2).toArray();
    ReliabilityTable table = drawn(truth, 2);
    DawidSkeneFit fit = DawidSkene.fit(table);
    GoldView view = fit.gold(table.scale());
    for (int unit = 0; unit < table.units(); unit++) {
      double most = Math.max(fit.posterior(unit, 0).orNaN(), fit.posterior(unit, 1).orNaN());
      assertEquals(most >= 0.9, view.units().get(unit) instanceof Gold.Settled, "unit " + unit);
    }
    assertTrue(view.unresolved(Gold.Cause.POSTERIOR_TOO_SMALL) > 0);
  }

  @Test
  void unitsWithoutVotesTakeNoPart() {
    ReliabilityTable table = drawn(new Random(5).ints(80, 0, 2).toArray(), 2);
    List<int[]> more = new ArrayList<>(RandomTables.ratings(table));
    more.add(new int[] {-1, -1, -1, -1, -1});
    ReliabilityTable wider = new ReliabilityTable(table.scale(), 5, more);
    DawidSkeneFit fit = DawidSkene.fit(wider);
    assertEquals(
        DawidSkene.fit(table).course().logLikelihood(), fit.course().logLikelihood(), 1e-12);
    assertInstanceOf(Undefined.class, fit.posterior(80, 0));
    assertEquals(
        new Gold.Unresolved(Gold.Cause.NO_VOTES), fit.gold(wider.scale()).units().getLast());
  }

  @Test
  void noVotesAtAllBelieveNothing() {
    DawidSkeneFit fit = DawidSkene.of(2).fit(3, 2, List.of());
    assertInstanceOf(Undefined.class, fit.prior(0));
    assertEquals(0, fit.course().logLikelihood());
    assertEquals(0, fit.thinUnits());
  }

  @Test
  void tellsOfUnitsWithFewerThanThreeVotes() {
    List<Vote> votes =
        List.of(new Vote(0, 0, 0), new Vote(0, 1, 1), new Vote(1, 0, 1), new Vote(1, 0, 1));
    assertEquals(2, DawidSkene.of(2).fit(3, 2, votes).thinUnits());
  }

  @Test
  void twoCategoriesThatAreAsLikelyStayUnresolved() {
    List<Vote> split = List.of(new Vote(0, 0, 0), new Vote(0, 1, 1));
    DawidSkeneFit fit = DawidSkene.of(2).fit(1, 2, split);
    assertEquals(
        new Gold.Unresolved(Gold.Cause.TIE),
        fit.gold(RandomTables.scale(Measurement.NOMINAL, 2), 0).units().getFirst());
  }

  @Test
  void manyVotesOnAUnitDoNotUnderflow() {
    List<Vote> votes = new ArrayList<>();
    Random random = new Random(6);
    for (int i = 0; i < 4000; i++) {
      int unit = i % 2;
      votes.add(new Vote(unit, i % 7, random.nextInt(10) < 6 ? unit : 1 - unit));
    }
    DawidSkeneFit fit = DawidSkene.of(2).fit(2, 7, votes);
    assertTrue(Double.isFinite(fit.course().logLikelihood()));
    assertArrayEquals(
        new int[] {0, 1}, fit.gold(RandomTables.scale(Measurement.NOMINAL, 2)).categories());
  }

  private static long right(int[] truth, int[] gold) {
    return IntStream.range(0, truth.length).filter(unit -> truth[unit] == gold[unit]).count();
  }

  private static ReliabilityTable drawn(int[] truth, int categories) {
    Random random = new Random(9);
    List<int[]> units = new ArrayList<>();
    for (int unit : truth) {
      int[] own = new int[RIGHT.length];
      for (int rater = 0; rater < own.length; rater++) {
        boolean right = random.nextDouble() < RIGHT[rater];
        own[rater] = right ? unit : (unit + 1 + random.nextInt(categories - 1)) % categories;
      }
      units.add(own);
    }
    return new ReliabilityTable(
        RandomTables.scale(Measurement.NOMINAL, categories), RIGHT.length, units);
  }
}
