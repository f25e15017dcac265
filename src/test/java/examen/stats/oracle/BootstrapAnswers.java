package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Bca;
import examen.stats.Clusters;
import examen.stats.Jackknife;
import examen.stats.QuantileRule;
import examen.stats.RatioOfTotals;
import examen.stats.ReliabilityTable;
import examen.stats.Replicates;
import examen.stats.Scale;
import examen.stats.Weighed;
import examen.stats.agreement.CohenKappa;
import examen.stats.agreement.PercentAgreement;
import examen.stats.agreement.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers what is asked of the bootstrap, on the draws that the cases give. */
final class BootstrapAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("bootstrap_ci", BootstrapAnswers::intervals);

  private BootstrapAnswers() {}

  private static Object intervals(OracleCase asked) {
    Weighed number = number(asked);
    List<int[]> draws = draws(asked, number.units());
    double confidence = asked.input("confidence").asDouble();
    double estimate = number.each().orNaN();
    Replicates drawn = Replicates.of(number, draws);
    double acceleration =
        Jackknife.of(number, Clusters.none(number.units())).acceleration().orNaN();
    Bca correction = Bca.of(drawn, estimate, acceleration);
    double tail = (1 - confidence) / 2;
    return Map.of(
        "estimate", estimate,
        "replicate_first10", draws.stream().limit(10).map(number::weighted).toList(),
        "replicate_mean", drawn.mean(),
        "se", drawn.standardError(),
        "percentile_type7", drawn.percentile(confidence),
        "basic_type7", drawn.basic(estimate, confidence, QuantileRule.LINEAR),
        "bca",
            Map.of(
                "z0", correction.bias(),
                "acceleration", correction.acceleration(),
                "levels", List.of(correction.level(tail), correction.level(1 - tail)),
                "ci_type7", drawn.corrected(correction, confidence, QuantileRule.LINEAR)),
        "r_boot",
            Map.of(
                "percent", drawn.percentile(confidence, QuantileRule.NORMAL),
                "basic", drawn.basic(estimate, confidence, QuantileRule.NORMAL),
                "bca", drawn.corrected(correction, confidence, QuantileRule.NORMAL)));
  }

  private static Weighed number(OracleCase asked) {
    int[] a = OracleCase.ints(asked.input("a"));
    int[] b = OracleCase.ints(asked.input("b"));
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < a.length; unit++) {
      units.add(new int[] {a[unit], b[unit]});
    }
    ReliabilityTable table = new ReliabilityTable(Scale.nominal(List.of("0", "1")), 2, units);
    return switch (asked.id()) {
      case "cohen_kappa" -> new CohenKappa(Weighting.IDENTITY).on(table);
      case "percent_agreement" -> new PercentAgreement().on(table);
      default -> proportion(a);
    };
  }

  private static Weighed proportion(int[] a) {
    double[] ones = new double[a.length];
    Arrays.fill(ones, 1);
    return new RatioOfTotals(Arrays.stream(a).asDoubleStream().toArray(), ones, "no units");
  }

  /** How often each unit was drawn, from lists of the units drawn. */
  private static List<int[]> draws(OracleCase asked, int units) {
    JsonNode own = asked.input("resamples");
    JsonNode resamples = own.isArray() ? own : asked.other("cohen_kappa").input("resamples");
    List<int[]> draws = new ArrayList<>();
    for (JsonNode resample : resamples) {
      int[] weights = new int[units];
      resample.forEach(unit -> weights[unit.asInt()]++);
      draws.add(weights);
    }
    return draws;
  }
}
