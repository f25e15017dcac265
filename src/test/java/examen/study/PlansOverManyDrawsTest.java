package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import examen.report.Report;
import examen.stats.design.Allocation;
import examen.stats.design.Design;
import examen.stats.design.Drawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Estimates by plans over many draws from populations of which all is known: on average they are
 * right, their intervals cover, and neither names nor order matter.
 */
class PlansOverManyDrawsTest {
  private static final String[] ASKED = {
    "outcome=misaligned-action=yes", "predicted=label:judge/harm=yes", "plan=p"
  };
  private static final int RATE = 0;
  private static final int PRECISION = 2;
  private static final int RECALL = 3;

  /** What is so and what the classifier says of one transcript, and its score. */
  private record Known(boolean truth, boolean said, double score) {
    String stratum() {
      return said ? "flagged" : "cleared";
    }
  }

  private static List<Known> population(Random random, int n) {
    List<Known> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean truth = random.nextDouble() < 0.25;
      boolean said = random.nextDouble() < (truth ? 0.75 : 0.12);
      double score = Math.clamp((said ? 0.7 : 0.3) + 0.15 * random.nextGaussian(), 0.05, 1);
      all.add(new Known(truth, said, score));
    }
    return all;
  }

  private static Drawn draw(List<Known> all, Design design, long seed) {
    List<examen.stats.design.Frame.Item> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Known one = all.get(i);
      items.add(
          new examen.stats.design.Frame.Item(
              Frames.id(i).value(),
              design instanceof Design.Stratified ? one.stratum() : "all",
              design instanceof Design.Unequal ? one.score : 1));
    }
    return design.draw(new examen.stats.design.Frame(items), seed);
  }

  /**
   * @param read how many of the order were read
   */
  private static Told told(List<Known> all, Drawn drawn, int read) {
    Map<String, Integer> places = new HashMap<>();
    drawn.items().forEach(item -> places.put(item.id(), places.size() + 1));
    List<String> names = drawn.strata().stream().map(stratum -> stratum.name()).toList();
    List<SamplingPlan.Unit> units = new ArrayList<>();
    Frames frames = new Frames();
    for (int i = 0; i < all.size(); i++) {
      Known one = all.get(i);
      int place = places.getOrDefault(Frames.id(i).value(), 0);
      int stratum = Math.max(0, names.indexOf(one.stratum()));
      double p = drawn.probabilities().get(i).orNaN();
      units.add(new SamplingPlan.Unit(Frames.id(i), stratum, 1, p, place));
      String label = "label judge/harm=" + one.said;
      if (place > 0 && place <= read) {
        frames.add("", label, "ann: misaligned-action=" + (one.truth ? "yes" : "no"));
      } else {
        frames.add("", label);
      }
    }
    SamplingPlan plan =
        new SamplingPlan(
            "p",
            Instant.EPOCH,
            drawn.design(),
            drawn.seed(),
            new TreeMap<>(),
            drawn.frameHash(),
            drawn.strata(),
            units);
    return frames.plans(plan).ask(new Estimation(), ASKED);
  }

  private static double share(List<Known> all, int row) {
    long below = 0;
    long above = 0;
    for (Known one : all) {
      boolean in = row == RATE || (row == PRECISION ? one.said : one.truth);
      boolean counts = in && (row == RECALL ? one.said : one.truth);
      below += in ? 1 : 0;
      above += counts ? 1 : 0;
    }
    return (double) above / below;
  }

  /** Over all draws: means within four Monte Carlo errors, coverage not below what is claimed. */
  private static void assertRight(Design design, int draws, double stop, double slack) {
    long seed = 101;
    List<Known> all = population(new Random(seed), 160);
    List<Told> made = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      Drawn drawn = draw(all, design, draw);
      made.add(told(all, drawn, (int) (stop * drawn.items().size())));
    }
    for (int row : new int[] {RATE, PRECISION, RECALL}) {
      assertRight(share(all, row), row, made, slack, design.id() + ", row " + row + ", " + seed);
    }
  }

  private static void assertRight(
      double known, int row, List<Told> made, double slack, String which) {
    double sum = 0;
    double squares = 0;
    int covered = 0;
    for (Told told : made) {
      double value = told.number("estimates", row, "estimate");
      sum += value;
      squares += (value - known) * (value - known);
      Fact.Range interval = told.range("estimates", row, "interval");
      covered += interval.low() <= known && known <= interval.high() ? 1 : 0;
    }
    int draws = made.size();
    double error = Math.sqrt(squares / draws);
    // A ratio has a bias of the order of its variance; it is small beside its error.
    assertEquals(known, sum / draws, 4 * error / Math.sqrt(draws) + 0.1 * error, which);
    assertTrue(covered >= (0.95 - slack) * draws, which + ": " + covered + " of " + draws);
  }

  private static List<Design> designs() {
    return List.of(
        new Design.SimpleRandom(60),
        new Design.Stratified(new Allocation.Equal(), 60),
        new Design.Unequal(60, 0.1));
  }

  @Test
  void onAverageEstimatesAreRightAndIntervalsCover() {
    for (Design design : designs()) {
      assertRight(design, 25, 1, 0.15);
    }
  }

  @Tag("nightly")
  @Test
  void onAverageOverThousandsTheyAreRightAlsoWhereReadingStoppedEarly() {
    for (Design design : designs()) {
      // Half of 60 among the cleared, with two or three cases: too few for a normal interval, as
      // the report says of fewer than ten. Seen: 90.3 % where 95 % is claimed.
      assertRight(design, 1500, 1, 0.06);
      assertRight(design, 1500, 0.7, 0.1);
    }
  }

  @Test
  void namesAndOrderOfTranscriptsDoNotMatter() {
    long seed = 103;
    List<Known> all = population(new Random(seed), 120);
    for (Design design : designs()) {
      Drawn drawn = draw(all, design, 1);
      Report one = told(all, drawn, 40).report();
      // The transcript of each id is another now; with it go its stratum, probability and place.
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(seed));
      List<Known> moved = new ArrayList<>();
      Map<String, String> names = new HashMap<>();
      List<examen.stats.Result> probabilities = new ArrayList<>();
      for (int i = 0; i < order.size(); i++) {
        moved.add(all.get(order.get(i)));
        names.put(Frames.id(order.get(i)).value(), Frames.id(i).value());
        probabilities.add(drawn.probabilities().get(order.get(i)));
      }
      Drawn renamed =
          new Drawn(
              drawn.design(),
              drawn.seed(),
              drawn.frameHash(),
              drawn.strata(),
              drawn.items().stream()
                  .map(
                      item ->
                          new Drawn.Item(
                              names.getOrDefault(item.id(), ""),
                              item.stratum(),
                              item.probability()))
                  .toList(),
              probabilities);
      Told other = told(moved, renamed, 40);
      assertEquals(
          new Told(one).lines("estimates"), other.lines("estimates"), design.id() + ", " + seed);
      assertEquals(new Told(one).lines("strata"), other.lines("strata"));
    }
  }
}
