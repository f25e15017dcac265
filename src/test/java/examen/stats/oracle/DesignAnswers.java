package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Result;
import examen.stats.design.Allocation;
import examen.stats.design.Estimated;
import examen.stats.design.KappaPlan;
import examen.stats.design.Power;
import examen.stats.design.Precision;
import examen.stats.design.StratifiedSample;
import examen.stats.design.Stratum;
import examen.stats.design.SurveySample;
import examen.stats.design.UnequalSample;
import examen.stats.design.VerifiedByLabel;
import examen.stats.design.ZeroErrorPlan;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers what is asked of weighted audits and of plans. */
final class DesignAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of(
          "stratified_audit", DesignAnswers::audit,
          "sample_size", DesignAnswers::plan);

  private DesignAnswers() {}

  private static Object audit(OracleCase asked) {
    if (asked.input().has("audited_flagged")) {
      return byLabel(asked);
    }
    return asked.input().has("gold") ? unequal(asked) : stratified(asked);
  }

  private static Object stratified(OracleCase asked) {
    SurveySample sample = sample(asked.input("population_by_stratum"), asked.input("audit"));
    double[] gold = column(asked.input("audit"), 1);
    double[] said = column(asked.input("audit"), 2);
    Map<String, Object> answer = metrics(sample, gold, said);
    Estimated rate = sample.mean(gold);
    double width = Normal.z(0.95) * rate.linearisedError().orNaN();
    Map<String, Object> rateAnswer = new HashMap<>(shown(rate));
    // Of the formula as it is: what is shown has no interval where the sample saw no variation.
    rateAnswer.put(
        "ci95_normal", List.of(rate.value().orNaN() - width, rate.value().orNaN() + width));
    answer.put("rate", rateAnswer);
    answer.put("unweighted_naive_rate", Arrays.stream(gold).average().orElseThrow());
    answer.put("naive_unweighted_recall", sum(product(gold, said)) / sum(gold));
    answer.put("difference_estimator_rectifier", shown(sample.difference(gold, said, 0)));
    return answer;
  }

  private static Map<String, Object> metrics(SurveySample sample, double[] gold, double[] said) {
    double[] notGold = not(gold);
    double[] notSaid = not(said);
    double[] right = new double[gold.length];
    Arrays.setAll(right, i -> gold[i] == said[i] ? 1 : 0);
    Map<String, Object> answer = new HashMap<>();
    answer.put("precision", shown(sample.ratio(product(gold, said), said)));
    answer.put("recall", shown(sample.ratio(product(gold, said), gold)));
    answer.put("specificity", shown(sample.ratio(product(notGold, notSaid), notGold)));
    answer.put("accuracy", shown(sample.mean(right)));
    return answer;
  }

  private static Object unequal(OracleCase asked) {
    SurveySample sample =
        UnequalSample.of(OracleCase.doubles(asked.input("inclusion_probability")));
    double[] gold = OracleCase.doubles(asked.input("gold"));
    double[] ones = new double[gold.length];
    Arrays.fill(ones, 1);
    Map<String, Object> answer = metrics(sample, gold, OracleCase.doubles(asked.input("pred")));
    answer.put("hajek_rate", shown(sample.mean(gold)));
    answer.put("ht_total", shown(sample.total(gold)));
    answer.put("kish_effective_n", sample.effectiveSize(ones));
    return answer;
  }

  private static Object byLabel(OracleCase asked) {
    long flagged = asked.input("population_flagged").asLong();
    VerifiedByLabel read =
        new VerifiedByLabel(
            read(asked.input("audited_flagged")),
            read(asked.input("audited_cleared")),
            new Proportion(flagged, flagged + asked.input("population_cleared").asLong()));
    return Map.of(
        "rate", read.rate(),
        "recall", read.recall(),
        "specificity", read.specificity(),
        "precision", read.precision(),
        "false_omission_rate", read.falseOmissionRate(),
        "se_rate_superpopulation", read.rateError(),
        "naive_recall", read.naiveRecall(),
        "naive_specificity", read.naiveSpecificity());
  }

  private static Proportion read(JsonNode counts) {
    long yes = counts.get("true").asLong();
    return new Proportion(yes, yes + counts.get("false").asLong());
  }

  /** Rows of an audit, the first column the name of the stratum. */
  static SurveySample sample(JsonNode population, JsonNode audit) {
    List<Stratum> strata = new ArrayList<>();
    population
        .properties()
        .forEach(field -> strata.add(new Stratum(field.getKey(), field.getValue().asLong())));
    List<String> names = strata.stream().map(Stratum::name).toList();
    return StratifiedSample.of(
        strata,
        IntStream.range(0, audit.size())
            .map(i -> names.indexOf(audit.get(i).get(0).asText()))
            .toArray());
  }

  static double[] column(JsonNode audit, int place) {
    return IntStream.range(0, audit.size())
        .mapToDouble(i -> audit.get(i).get(place).asDouble())
        .toArray();
  }

  /** The error as the formula gives it, also where it is 0. */
  static Map<String, Object> shown(Estimated estimated) {
    return Map.of("estimate", estimated.value(), "se", estimated.linearisedError());
  }

  private static double[] product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray();
  }

  private static double[] not(double[] a) {
    return Arrays.stream(a).map(v -> 1 - v).toArray();
  }

  private static double sum(double[] a) {
    return Arrays.stream(a).sum();
  }

  private static Object plan(OracleCase asked) {
    if (asked.input().has("half_width")) {
      return precision(asked);
    } else if (asked.input().has("max_error_rate")) {
      return zeroErrors(asked);
    } else if (asked.input().has("p1")) {
      return power(asked);
    }
    return asked.input().has("k0") ? kappa(asked) : allocation(asked);
  }

  private static Object precision(OracleCase asked) {
    Precision plan =
        new Precision(
            asked.input("p").asDouble(),
            asked.input("half_width").asDouble(),
            asked.input("confidence").asDouble());
    return Map.of(
        "wald_n", plan.waldSize(),
        "wilson_n", plan.wilsonSize(),
        "wald_n_fpc", plan.waldSize(asked.input("N").asLong(1)));
  }

  private static Object zeroErrors(OracleCase asked) {
    ZeroErrorPlan plan =
        new ZeroErrorPlan(
            asked.input("max_error_rate").asDouble(), asked.input("confidence").asDouble());
    long population = asked.input("N").asLong();
    return Map.of(
        "zero_error_n", plan.size(),
        "zero_error_n_finite", plan.size(population),
        "D", plan.errorsIn(population));
  }

  private static Object power(OracleCase asked) {
    Power plan =
        new Power(
            asked.input("p1").asDouble(),
            asked.input("p2").asDouble(),
            asked.input("alpha").asDouble());
    Result raw = plan.size(asked.input("power").asDouble());
    return Map.of(
        "n_per_group_raw", raw,
        "n_per_group", raw.map(Math::ceil),
        "power_at_100_per_group", plan.with(100),
        "cohen_h_n_raw", plan.cohenSize(asked.input("power").asDouble()));
  }

  private static Object kappa(OracleCase asked) {
    KappaPlan plan =
        new KappaPlan(
            asked.input("rate1").asDouble(),
            asked.input("rate2").asDouble(),
            asked.input("alpha").asDouble());
    KappaPlan.Sides sides =
        asked.input("sides").asInt() == 1 ? KappaPlan.Sides.ONE : KappaPlan.Sides.TWO;
    return Map.of(
        "n",
        plan.size(
            asked.input("k1").asDouble(),
            asked.input("k0").asDouble(),
            asked.input("power").asDouble(),
            sides));
  }

  private static Object allocation(OracleCase asked) {
    double[] rates = OracleCase.doubles(asked.input("p_h"));
    int n = asked.input("n").asInt();
    List<Stratum> strata = new ArrayList<>();
    Map<String, Double> expected = new HashMap<>();
    for (int h = 0; h < rates.length; h++) {
      strata.add(new Stratum("" + h, asked.input("N_h").get(h).asLong()));
      expected.put("" + h, rates[h]);
    }
    double[] neyman = new Allocation.Neyman(expected).exact(strata, n);
    Allocation proportional = new Allocation.Proportional();
    long all = strata.stream().mapToLong(Stratum::population).sum();
    double rate = 0;
    for (int h = 0; h < rates.length; h++) {
      rate += rates[h] * strata.get(h).population() / all;
    }
    return Map.of(
        "neyman_raw", neyman,
        "proportional", proportional.whole(strata, n),
        "se_neyman", Allocation.expectedError(strata, rates, neyman),
        "se_proportional", Allocation.expectedError(strata, rates, proportional.exact(strata, n)),
        "se_equal",
            Allocation.expectedError(strata, rates, new Allocation.Equal().exact(strata, n)),
        "se_srs",
            Allocation.expectedError(
                List.of(new Stratum("all", all)), new double[] {rate}, new double[] {n}));
  }
}
