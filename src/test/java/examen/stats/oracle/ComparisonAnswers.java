package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.ChiSquare;
import examen.stats.rate.ClusteredRate;
import examen.stats.rate.ConditionalTest;
import examen.stats.rate.Homogeneity;
import examen.stats.rate.LogisticLine;
import examen.stats.rate.ManyTests;
import examen.stats.rate.PrintedPercentage;
import examen.stats.rate.Proportion;
import examen.stats.rate.Strata;
import examen.stats.rate.Trend;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers what is asked of several rates at once. */
final class ComparisonAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of(
          "cmh", ComparisonAnswers::strata,
          "multiple_testing", ComparisonAnswers::manyTests,
          "trend_checkpoints", ComparisonAnswers::trend,
          "cluster_rates", ComparisonAnswers::clusters,
          "count_reconstruction", ComparisonAnswers::counts);

  private ComparisonAnswers() {}

  private static Object strata(OracleCase asked) {
    List<TwoRates> tables = new ArrayList<>();
    asked.input("tables").forEach(t -> tables.add(new TwoRates(row(t.get(0)), row(t.get(1)))));
    Strata strata = new Strata(tables);
    ConditionalTest exact = strata.exact();
    Homogeneity homogeneity = strata.homogeneity();
    return Map.of(
        "mh_common_or", strata.commonOddsRatio(),
        "rbg_ci95", strata.commonOddsRatioInterval(0.95),
        "cmh",
            Map.of(
                "stat", strata.test().statistic(),
                "p", strata.test().p(),
                "stat_cc", strata.correctedTest().statistic(),
                "p_cc", strata.correctedTest().p()),
        "exact",
            Map.of(
                "p", exact.p(),
                "or_cmle", exact.oddsRatio(),
                "ci95", exact.oddsRatioInterval(0.95)),
        "breslow_day",
            Map.of(
                "stat", homogeneity.breslowDay().statistic(),
                "p", homogeneity.breslowDay().p(),
                "stat_tarone", homogeneity.tarone().statistic(),
                "p_tarone", homogeneity.tarone().p()),
        "mh_risk_difference",
            Map.of(
                "estimate", strata.riskDifference(),
                "sato_se", strata.riskDifferenceError(),
                "ci95", strata.riskDifferenceInterval(0.95)));
  }

  private static Proportion row(JsonNode cells) {
    return new Proportion(cells.get(0).asLong(), cells.get(0).asLong() + cells.get(1).asLong());
  }

  private static Object manyTests(OracleCase asked) {
    List<Result> p = new ArrayList<>();
    asked
        .input("p")
        .forEach(
            one -> p.add(one.isNull() ? new Undefined("not done") : new Estimate(one.asDouble())));
    ManyTests tests = new ManyTests(p);
    return Map.of(
        "bh", tests.benjaminiHochberg(),
        "by", tests.benjaminiYekutieli(),
        "holm", tests.holm(),
        "bonferroni", tests.bonferroni());
  }

  private static Object trend(OracleCase asked) {
    List<Proportion> rates = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < asked.input("x").size(); i++) {
      rates.add(new Proportion(asked.input("x").get(i).asLong(), asked.input("n").get(i).asLong()));
      scores.add(asked.input("scores").get(i).asDouble());
    }
    Trend trend = new Trend(rates, scores);
    LogisticLine logistic = trend.logistic();
    ChiSquare departure = trend.departure();
    return Map.of(
        "trend_chi2", trend.line().statistic(),
        "trend_p", trend.line().p(),
        "pearson_chi2", trend.any().statistic(),
        "pearson_p", trend.any().p(),
        "departure_chi2", departure.statistic(),
        "departure_p", departure.p(),
        "logistic_slope", logistic.slope(),
        "logistic_se", logistic.slopeError(),
        "logistic_intercept", logistic.intercept());
  }

  private static Object clusters(OracleCase asked) {
    Map<String, Proportion> byCluster = new TreeMap<>();
    for (int i = 0; i < asked.input("y").size(); i++) {
      byCluster.merge(
          asked.input("cluster").get(i).asText(),
          new Proportion(asked.input("y").get(i).asLong(), 1),
          Proportion::plus);
    }
    ClusteredRate rate = new ClusteredRate(List.copyOf(byCluster.values()));
    return Map.of(
        "rate", rate.pooled().rate(),
        "n", rate.pooled().total(),
        "clusters", rate.clusters().size(),
        "se_cluster", rate.standardError(),
        "se_miller", rate.millersError(),
        "se_naive", rate.naiveError(),
        "deff_replace", rate.designEffect(),
        "ci95_t", rate.tInterval(0.95),
        "svyciprop_logit95", rate.logitInterval(0.95));
  }

  private static Object counts(OracleCase asked) {
    if (asked.input().has("total")) {
      return splits(asked);
    }
    PrintedPercentage printed = PrintedPercentage.parse(asked.input("percent").asText());
    List<Proportion> fits = printed.countsUpTo(asked.input("n_max").asLong());
    return Map.of(
        "smallest_n", fits.getFirst().total(),
        "first_pairs",
            fits.stream().limit(12).map(fit -> List.of(fit.count(), fit.total())).toList(),
        "n_100_possible", !printed.countsOf(100).isEmpty(),
        "n_500_possible", !printed.countsOf(500).isEmpty(),
        "count_of_possible_n", fits.stream().mapToLong(Proportion::total).distinct().count());
  }

  private static Object splits(OracleCase asked) {
    List<TwoRates> splits =
        PrintedPercentage.parse(asked.input("percent_a").asText())
            .splits(
                PrintedPercentage.parse(asked.input("percent_b").asText()),
                asked.input("total").asLong());
    List<Object> examples = new ArrayList<>();
    for (JsonNode example : asked.expected().get("examples")) {
      splits.stream()
          .filter(split -> split.second().total() == example.get("n_b").asLong())
          .map(ComparisonAnswers::split)
          .forEach(examples::add);
    }
    return Map.of(
        "number_of_solutions", splits.size(),
        "n_eval_min", splits.stream().mapToLong(s -> s.second().total()).min().orElse(0),
        "n_eval_max", splits.stream().mapToLong(s -> s.second().total()).max().orElse(0),
        "examples", examples);
  }

  private static Object split(TwoRates split) {
    return Map.of(
        "k_a", split.first().count(),
        "n_a", split.first().total(),
        "k_b", split.second().count(),
        "n_b", split.second().total(),
        "diff_newcombe95", split.newcombe(0.95),
        "pooled_rate", split.first().plus(split.second()).rate());
  }
}
