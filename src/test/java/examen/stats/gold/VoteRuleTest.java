package examen.stats.gold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Measurement;
import examen.stats.RandomTables;
import examen.stats.ReliabilityTable;
import examen.stats.Undefined;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoteRuleTest {
  private static final Gold TIE = new Gold.Unresolved(Gold.Cause.TIE);

  @Test
  void aTieIsNeverBrokenByTheOrderOfCategories() {
    for (VoteRule rule : List.of(VoteRule.PLURALITY, VoteRule.MAJORITY, VoteRule.UNANIMOUS)) {
      assertEquals(TIE, rule.of(new Votes(new int[] {1, 1})));
      assertEquals(TIE, rule.of(new Votes(new int[] {0, 2, 1, 2})));
    }
    assertEquals(new Undefined("a tie"), new Votes(new int[] {1, 1}).share());
  }

  @Test
  void halfOfTheVotesIsNoMajority() {
    Votes half = new Votes(new int[] {2, 1, 1});
    assertEquals(new Gold.Settled(0, Gold.Basis.VOTES), VoteRule.PLURALITY.of(half));
    assertEquals(new Gold.Unresolved(Gold.Cause.SHARE_TOO_SMALL), VoteRule.MAJORITY.of(half));
    assertEquals(new Gold.Settled(0, Gold.Basis.VOTES), new VoteRule(0.49).of(half));
  }

  @Test
  void whoAbstainsDoesNotVote() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.NOMINAL, 2),
            3,
            List.of(new int[] {1, -1, -1}, new int[] {-1, -1, -1}));
    GoldView view = VoteRule.UNANIMOUS.of(table);
    assertEquals(
        List.of(new Gold.Settled(1, Gold.Basis.VOTES), new Gold.Unresolved(Gold.Cause.NO_VOTES)),
        view.units());
    assertArrayEquals(new int[] {1, -1}, view.categories());
    assertEquals(1, view.settled());
    assertEquals(1, view.unresolved(Gold.Cause.NO_VOTES));
    assertInstanceOf(Undefined.class, new Votes(new int[2]).share());
  }

  @Test
  void anAdjudicationOverridesVotesAndTheirLack() {
    ReliabilityTable table =
        new ReliabilityTable(
            RandomTables.scale(Measurement.NOMINAL, 2),
            2,
            List.of(new int[] {1, 1}, new int[] {-1, -1}, new int[] {0, 0}));
    GoldView view = VoteRule.MAJORITY.of(table, new int[] {0, 1, -1});
    assertEquals(
        List.of(
            new Gold.Settled(0, Gold.Basis.ADJUDICATION),
            new Gold.Settled(1, Gold.Basis.ADJUDICATION),
            new Gold.Settled(0, Gold.Basis.VOTES)),
        view.units());
    assertThrows(IllegalArgumentException.class, () -> VoteRule.MAJORITY.of(table, new int[] {0}));
    assertThrows(IllegalArgumentException.class, () -> new VoteRule(1.1));
  }

  @Test
  void aStricterRuleSettlesFewerAndNoneOtherwise() {
    for (long seed = 0; seed < 10; seed++) {
      ReliabilityTable table =
          RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 80, 5, seed);
      int[] before = VoteRule.PLURALITY.of(table).categories();
      for (double share : new double[] {0.3, 0.5, 0.7, 1}) {
        int[] now = new VoteRule(share).of(table).categories();
        for (int unit = 0; unit < now.length; unit++) {
          assertTrue(now[unit] == -1 || now[unit] == before[unit], "seed " + seed);
        }
        before = now;
      }
    }
  }

  @Test
  void namesOfCategoriesAndOrderOfRatersDoNotMatter() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 3), 80, 4, 7);
    int[] names = {2, 0, 1};
    ReliabilityTable renamed = RandomTables.renamed(table.of(3, 1, 0, 2), table.scale(), names);
    int[] wanted =
        IntStream.of(VoteRule.MAJORITY.of(table).categories())
            .map(c -> c < 0 ? c : names[c])
            .toArray();
    assertArrayEquals(wanted, VoteRule.MAJORITY.of(renamed).categories());
  }

  @Test
  void everyViewNamesItsRule() {
    ReliabilityTable table =
        RandomTables.rated(RandomTables.scale(Measurement.NOMINAL, 2), 5, 3, 1);
    assertEquals(
        "more than half of the votes of those who did not abstain; ties unresolved;"
            + " adjudication overrides",
        VoteRule.MAJORITY.of(table).rule());
    assertEquals(
        4,
        IntStream.range(0, 4)
            .mapToObj(i -> new VoteRule(new double[] {0, 0.5, 0.75, 1}[i]).of(table).rule())
            .distinct()
            .count());
  }
}
