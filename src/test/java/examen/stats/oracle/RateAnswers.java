package examen.stats.oracle;

import examen.stats.rate.Proportion;
import java.util.Map;
import java.util.function.Function;

/** Answers what is asked of rates and their comparison. */
final class RateAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("proportion_ci", RateAnswers::proportion);

  private RateAnswers() {}

  private static Object proportion(OracleCase asked) {
    Proportion p = new Proportion(asked.input("x").asLong(), asked.input("n").asLong());
    double confidence = asked.input("confidence").asDouble();
    return Map.ofEntries(
        Map.entry("point", p.rate()),
        Map.entry("wilson", p.wilson(confidence)),
        Map.entry("wilson_cc", p.wilsonCorrected(confidence)),
        Map.entry("clopper_pearson", p.clopperPearson(confidence)),
        Map.entry("jeffreys_raw", p.jeffreysTails(confidence)),
        Map.entry("jeffreys_bcd", p.jeffreys(confidence)),
        Map.entry("agresti_coull", p.agrestiCoull(confidence)),
        Map.entry("wald", p.wald(confidence)),
        Map.entry("one_sided_95_upper", p.upperBound(0.95)),
        Map.entry("one_sided_95_lower", p.lowerBound(0.95)));
  }
}
