package examen.stats.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ManyTestsTest {
  @Test
  void adjustedPKeepTheirOrderAndAreNeverSmaller() {
    Random random = new Random(31);
    for (int i = 0; i < 100; i++) {
      List<Result> p = any(random, 1 + random.nextInt(40));
      ManyTests tests = new ManyTests(p);
      List<List<Result>> all =
          List.of(p, tests.benjaminiHochberg(), tests.holm(), tests.bonferroni());
      for (int a = 0; a < p.size(); a++) {
        for (int method = 1; method < all.size(); method++) {
          assertTrue(value(all.get(method - 1), a) <= value(all.get(method), a) + 1e-15, "seed 31");
          for (int b = 0; b < p.size(); b++) {
            assertTrue(
                value(p, a) > value(p, b)
                    || value(all.get(method), a) <= value(all.get(method), b) + 1e-15,
                "seed 31");
          }
        }
      }
    }
  }

  /** The step-up rule as the paper states it: the largest k with p(k) at most k q / m. */
  @Test
  void whatIsBelowTheRateIsWhatTheStepUpRuleFinds() {
    Random random = new Random(32);
    for (int i = 0; i < 200; i++) {
      List<Result> p = any(random, 20);
      double rate = 0.3 * random.nextDouble();
      double[] sorted = p.stream().mapToDouble(Result::orNaN).sorted().toArray();
      int found = 0;
      for (int k = 1; k <= sorted.length; k++) {
        found = sorted[k - 1] <= k * rate / sorted.length ? k : found;
      }
      long adjusted =
          new ManyTests(p).benjaminiHochberg().stream().filter(one -> one.orNaN() <= rate).count();
      assertEquals(found, adjusted, "seed 32");
    }
  }

  @Test
  void aTestThatWasNotDoneDoesNotCount() {
    List<Result> p =
        List.of(new Estimate(0.01), new Undefined("a group is empty"), new Estimate(0.02));
    ManyTests tests = new ManyTests(p);
    for (List<Result> adjusted :
        List.of(
            tests.benjaminiHochberg(),
            tests.benjaminiYekutieli(),
            tests.holm(),
            tests.bonferroni())) {
      assertInstanceOf(Undefined.class, adjusted.get(1));
    }
    assertEquals(0.02, tests.bonferroni().get(0).orNaN(), 1e-15);
    assertEquals(0.02, tests.benjaminiHochberg().get(0).orNaN(), 1e-15);
    assertEquals(List.of(), new ManyTests(List.of()).holm());
  }

  private static List<Result> any(Random random, int size) {
    List<Result> p = new ArrayList<>();
    DoubleStream.generate(() -> Math.pow(random.nextDouble(), 3))
        .limit(size)
        .forEach(one -> p.add(new Estimate(one)));
    return p;
  }

  private static double value(List<Result> p, int i) {
    return p.get(i).orNaN();
  }
}
