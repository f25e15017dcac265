package examen.stats.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The conservative bound where no error was found among items of unequal probabilities. */
class UnequalZeroErrorsTest {
  private static final double LEFT = 0.05;

  @Test
  void theErrorsLieWhereTheyAreHardestToFind() {
    // 0.9 * 0.8 * 0.7 * 0.6 = 0.3024, times 0.5 = 0.1512, times 0.4 = 0.0605, times 0.3 = 0.018.
    double[] unread = {0.7, 0.1, 0.5, 0.3, 0.2, 0.6, 0.4};
    assertEquals(new ZeroErrors(9, 6), ZeroErrors.unequal(unread, 9, 0.95));
    // 0.2 is left by a confidence of 80 %.
    assertEquals(4, ZeroErrors.unequal(unread, 9, 0.8).atMost());
  }

  @Test
  void whatCouldNotBeToldMayBeWrongAndWhatIsAlwaysDrawnCannot() {
    assertEquals(3, ZeroErrors.unequal(new double[] {0, 1, 0, 1, 0}, 8, 0.95).atMost());
    assertEquals(0, ZeroErrors.unequal(new double[0], 4, 0.95).atMost());
    assertEquals(
        "n = 0", ((Undefined) ZeroErrors.unequal(new double[0], 0, 0.95).rateAtMost()).reason());
  }

  @Test
  void equalOnesHaveTheBoundOfDrawingEachByItself() {
    double[] unread = new double[500];
    Arrays.fill(unread, 0.05);
    // 0.95^58 = 0.051, 0.95^59 = 0.0485.
    assertEquals(58, ZeroErrors.unequal(unread, 600, 0.95).atMost());
    assertTrue(58 >= ZeroErrors.in(List.of(new ZeroErrors.Read(25, 500)), 0.95).atMost());
  }

  /**
   * Errors where they are hardest to find, and errors anywhere: a bound that is too low is rare.
   */
  @Test
  void overManyDrawsTheBoundIsSeldomTooLow() {
    long seed = 81;
    Random random = new Random(seed);
    List<Frame.Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      items.add(new Frame.Item("i%02d".formatted(i), "all", Math.pow(random.nextDouble(), 3)));
    }
    Frame frame = new Frame(items);
    double[] p = Inclusion.probabilities(frame.items(), 12, 0.05);
    Integer[] hardest = new Integer[60];
    Arrays.setAll(hardest, i -> i);
    Arrays.sort(hardest, (a, b) -> Double.compare(p[a], p[b]));
    // As many as are missed in one of ten draws, and just more than in one of twenty.
    for (double chance : new double[] {0.1, LEFT}) {
      int errors = 0;
      for (double none = 1; none > chance; none *= 1 - p[hardest[errors++]]) {}
      assertSeldom(frame, p, Set.of(Arrays.copyOf(hardest, errors)), "seed " + seed);
      Set<Integer> anywhere = new HashSet<>();
      for (double none = 1; none > chance; ) {
        int next = random.nextInt(60);
        none *= anywhere.add(next) ? 1 - p[next] : 1;
      }
      assertSeldom(frame, p, anywhere, "seed " + seed);
    }
  }

  private static void assertSeldom(Frame frame, double[] p, Set<Integer> wrong, String which) {
    int draws = 1000;
    int low = 0;
    for (int draw = 0; draw < draws; draw++) {
      Set<String> drawn = new HashSet<>();
      new Design.Unequal(12, 0.05).draw(frame, draw).items().forEach(item -> drawn.add(item.id()));
      boolean met = wrong.stream().anyMatch(i -> drawn.contains(frame.items().get(i).id()));
      double[] unread = new double[60 - drawn.size()];
      int at = 0;
      for (int i = 0; i < 60; i++) {
        if (!drawn.contains(frame.items().get(i).id())) {
          unread[at++] = p[i];
        }
      }
      low += !met && ZeroErrors.unequal(unread, 60, 1 - LEFT).atMost() < wrong.size() ? 1 : 0;
    }
    // Three Monte Carlo errors of a share of 5 %.
    double most = LEFT + 3 * Math.sqrt(LEFT * (1 - LEFT) / draws);
    assertTrue(low / (double) draws <= most, which + ": " + wrong.size() + " errors, " + low);
  }
}
