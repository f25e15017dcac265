package examen.stats.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Drawing a sample again: its numbers vary as the formulas of the design say. */
class SurveyBootstrapTest {
  private static final long SEED = 91;

  private static void assertVariesAsTheFormulaSays(SurveySample sample, double share) {
    Random random = new Random(SEED);
    double[] y = random.doubles(sample.size()).map(v -> v < share ? 1 : 0).toArray();
    double[] ones = new double[sample.size()];
    Arrays.fill(ones, 1);
    Replicates drawn =
        new SurveyBootstrap(4000, SEED)
            .of(sample, List.of(SurveyBootstrap.ratio(new Ratio(y, ones))))
            .getFirst();
    Estimated mean = sample.mean(y);
    // The Monte Carlo error of a standard deviation of 4,000 is 1.1 %.
    double ratio = drawn.standardError().orNaN() / mean.standardError().orNaN();
    assertEquals(1, ratio, 0.05, "seed " + SEED);
    assertEquals(mean.value().orNaN(), drawn.mean().orNaN(), 0.1 * mean.standardError().orNaN());
  }

  @Test
  void strataAreDrawnByThemselvesAndWithoutReplacement() {
    int[] stratumOf = new int[120];
    Arrays.fill(stratumOf, 80, 120, 1);
    // Of the second stratum 40 of 50 were read: the correction for it is large.
    assertVariesAsTheFormulaSays(
        StratifiedSample.of(List.of(new Stratum("a", 900), new Stratum("b", 50)), stratumOf), 0.4);
    assertVariesAsTheFormulaSays(StratifiedSample.simple(100, 90), 0.5);
  }

  @Test
  void unequalOnesAreDrawnWithTheirWeights() {
    double[] p = new Random(SEED).doubles(150).map(v -> 0.05 + 0.9 * v).toArray();
    assertVariesAsTheFormulaSays(UnequalSample.of(p), 0.3);
  }

  @Test
  void weightsAddUpToEachStratumAndNoneIsBelowNothing() {
    int[] stratumOf = {0, 0, 0, 1, 1, 2};
    List<Stratum> strata = List.of(new Stratum("a", 30), new Stratum("b", 2), new Stratum("c", 9));
    SurveySample sample = StratifiedSample.of(strata, stratumOf);
    var random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
    for (int i = 0; i < 200; i++) {
      double[] weights = sample.redrawn(random);
      assertEquals(30, weights[0] + weights[1] + weights[2], 1e-9);
      assertArrayEquals(new double[] {1, 1}, Arrays.copyOfRange(weights, 3, 5), 1e-12, "all of b");
      assertEquals(9, weights[5], 1e-12, "one of c");
      assertTrue(Arrays.stream(weights).allMatch(weight -> weight >= 0));
    }
  }

  @Test
  void aDifferenceIsOfTheSameDraws() {
    SurveySample sample = StratifiedSample.simple(200, 40);
    double[] x = new double[40];
    Arrays.setAll(x, unit -> unit % 2);
    Ratio one = new Ratio(x, x);
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    Ratio half = new Ratio(x, ones);
    List<Replicates> drawn =
        new SurveyBootstrap(200, SEED)
            .of(
                sample,
                List.of(
                    SurveyBootstrap.difference(half, half), SurveyBootstrap.difference(one, half)));
    assertEquals(0, drawn.get(0).standardError().orNaN(), 1e-12);
    assertEquals(0.5, drawn.get(1).mean().orNaN(), 0.02);
    Replicates none =
        new SurveyBootstrap(50, SEED)
            .of(sample, List.of(SurveyBootstrap.ratio(new Ratio(new double[40], new double[40]))))
            .getFirst();
    assertEquals(50, none.undefined());
  }
}
