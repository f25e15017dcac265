package examen.stats.oracle;

import examen.stats.rate.ConditionalTest;
import examen.stats.rate.OddsRatio;
import examen.stats.rate.Proportion;
import examen.stats.rate.RiskRatio;
import examen.stats.rate.TwoRates;
import examen.stats.rate.UnconditionalTest;
import java.util.Map;
import java.util.function.Function;

/** Answers what is asked of rates and their comparison. */
final class RateAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("proportion_ci", RateAnswers::proportion, "two_rates", RateAnswers::twoRates);

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

  private static Object twoRates(OracleCase asked) {
    TwoRates rates = new TwoRates(proportion(asked, "x1", "n1"), proportion(asked, "x2", "n2"));
    return Map.ofEntries(
        Map.entry("p1", rates.first().rate()),
        Map.entry("p2", rates.second().rate()),
        Map.entry("difference", rates.difference()),
        Map.entry("newcombe95", rates.newcombe(0.95)),
        Map.entry("miettinen_nurminen95", rates.miettinenNurminen(0.95)),
        Map.entry("mee_score95_propcis", rates.miettinenNurminen(0.95)),
        Map.entry("fisher", fisher(rates)),
        Map.entry(
            "chi2",
            Map.of(
                "pearson", rates.chiSquare().statistic(),
                "p", rates.chiSquare().p(),
                "yates", rates.yates().statistic(),
                "p_yates", rates.yates().p())),
        Map.entry("risk_ratio", riskRatio(new RiskRatio(rates))),
        Map.entry("odds_ratio", oddsRatio(new OddsRatio(rates))),
        Map.entry("unconditional_exact", unconditional(new UnconditionalTest(rates))));
  }

  private static Object fisher(TwoRates rates) {
    ConditionalTest test = rates.fisher();
    return Map.of(
        "p_two_sided", test.p(),
        "mid_p_two_sided", test.midP(),
        "or_conditional_mle", test.oddsRatio(),
        "or_exact_ci95", test.oddsRatioInterval(0.95),
        "or_sample", new OddsRatio(rates).estimate());
  }

  private static Object riskRatio(RiskRatio ratio) {
    return Map.of(
        "estimate", ratio.estimate(), "katz95", ratio.katz(0.95), "score95", ratio.koopman(0.95));
  }

  private static Object oddsRatio(OddsRatio ratio) {
    return Map.of(
        "estimate", ratio.estimate(),
        "woolf95", ratio.woolf(0.95),
        "haldane_anscombe", ratio.haldane(),
        "haldane95", ratio.haldaneInterval(0.95));
  }

  private static Object unconditional(UnconditionalTest test) {
    return Map.of(
        "barnard_pooled", test.barnardPooled(),
        "barnard_unpooled", test.barnardUnpooled(),
        "boschloo_scipy_doubled_one_sided", test.boschlooDoubled(),
        "boschloo_fisher_two_sided_ordering", test.boschloo());
  }

  private static Proportion proportion(OracleCase asked, String count, String total) {
    return new Proportion(asked.input(count).asLong(), asked.input(total).asLong());
  }
}
