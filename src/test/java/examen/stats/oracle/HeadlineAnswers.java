package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Interval;
import examen.stats.design.Estimated;
import examen.stats.design.Ratio;
import examen.stats.design.SurveySample;
import examen.stats.rate.AllPairs;
import examen.stats.rate.Interaction;
import examen.stats.rate.OddsRatio;
import examen.stats.rate.Proportion;
import examen.stats.rate.RiskRatio;
import examen.stats.rate.TwoRates;
import examen.stats.rate.WorstCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers what is asked of the tables that a report opens with. */
final class HeadlineAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("seed_table", HeadlineAnswers::answer);

  private HeadlineAnswers() {}

  private static Object answer(OracleCase asked) {
    return switch (asked.id()) {
      case "table" -> table(asked);
      case "with_unjudgeable" -> unjudgeable(asked);
      case "classifier_corrected" -> corrected(asked);
      case "models_up_to_96" -> models(asked);
      case "goal_conflict_x_replacement" -> factors(asked);
      default -> throw new IllegalArgumentException(asked.id());
    };
  }

  private static Object table(OracleCase asked) {
    Map<String, Proportion> rows = new LinkedHashMap<>();
    for (JsonNode cell : asked.input("cells")) {
      long count = cell.get("count").asLong();
      long yes = count * cell.get("blackmail").asLong();
      rows.merge(cell.get("belief").asText(), new Proportion(yes, count), Proportion::plus);
    }
    Proportion all = total(rows.values());
    TwoRates rates = new TwoRates(of(rows, "real"), of(rows, "eval"));
    Proportion excluded = total(List.of(of(rows, "unstated"), of(rows, "uncertain")));
    WorstCase bounds = WorstCase.reassigned(rates, excluded);
    Map<String, Object> shown = new HashMap<>();
    rows.forEach((name, row) -> shown.put(name, row(row, all)));
    shown.put("all", row(all, all));
    return Map.of(
        "rows", shown,
        "difference_real_minus_eval",
            Map.of("estimate", rates.difference(), "newcombe95", rates.newcombe(0.95)),
        "fisher_p", rates.fisher().p(),
        "risk_ratio",
            Map.of(
                "estimate", new RiskRatio(rates).estimate(),
                "katz95", new RiskRatio(rates).katz(0.95)),
        "odds_ratio",
            Map.of(
                "estimate", new OddsRatio(rates).estimate(),
                "woolf95", new OddsRatio(rates).woolf(0.95)),
        "excluded", Map.of("n", excluded.total(), "k", excluded.count()),
        "difference_bounds_reassigning_excluded", List.of(bounds.low(), bounds.high()),
        "printed", Map.of("real", printed(rates.first()), "eval", printed(rates.second())));
  }

  /** How a report writes it; here so that the digits are held to what is printed elsewhere. */
  private static String printed(Proportion row) {
    Interval wilson = (Interval) row.wilson(0.95);
    return String.format(
        Locale.ROOT,
        "%.1f%% (%d/%d) [%.1f, %.1f]",
        100 * row.rate().orNaN(),
        row.count(),
        row.total(),
        100 * wilson.low(),
        100 * wilson.high());
  }

  private static Map<String, Object> row(Proportion row) {
    return row(row, row);
  }

  private static Map<String, Object> row(Proportion row, Proportion all) {
    return Map.of(
        "k", row.count(),
        "n", row.total(),
        "rate", row.rate(),
        "wilson95", row.wilson(0.95),
        "clopper_pearson95", row.clopperPearson(0.95),
        "share_of_all", new Proportion(row.total(), all.total()).rate());
  }

  private static Object unjudgeable(OracleCase asked) {
    JsonNode real = asked.input("real");
    long yes = real.get("blackmail_1").asLong();
    Proportion judged = new Proportion(yes, yes + real.get("blackmail_0").asLong());
    WorstCase bounds = WorstCase.unknownOutcomes(judged, real.get("outcome_null").asLong());
    return Map.of(
        "rate_judged", judged.rate(),
        "wilson95_judged", judged.wilson(0.95),
        "bounds_all", List.of(bounds.low(), bounds.high()));
  }

  private static Object corrected(OracleCase asked) {
    JsonNode audit = asked.input("audit");
    SurveySample sample = DesignAnswers.sample(asked.input("population_cells"), audit);
    double[] outcome = DesignAnswers.column(audit, 2);
    Ratio real = among(audit, "real", outcome);
    Ratio eval = among(audit, "eval", outcome);
    Estimated difference = sample.ratioDifference(real, eval);
    return Map.of(
        "classifier_only",
            Map.of(
                "real", row(classified(asked, "real")),
                "eval", row(classified(asked, "eval"))),
        "corrected",
            Map.of(
                "real", rate(sample.ratio(real.y(), real.x())),
                "eval", rate(sample.ratio(eval.y(), eval.x())),
                "difference",
                    Map.of(
                        "estimate", difference.value(),
                        "se", difference.standardError(),
                        "ci95", difference.normal(0.95))));
  }

  private static Map<String, Object> rate(Estimated estimated) {
    return Map.of(
        "rate", estimated.value(),
        "se", estimated.standardError(),
        "logit95", estimated.logit(0.95));
  }

  private static Ratio among(JsonNode audit, String belief, double[] outcome) {
    double[] x =
        IntStream.range(0, audit.size())
            .mapToDouble(i -> audit.get(i).get(1).asText().equals(belief) ? 1 : 0)
            .toArray();
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> x[i] * outcome[i]);
    return new Ratio(y, x);
  }

  private static Proportion classified(OracleCase asked, String belief) {
    JsonNode cells = asked.input("population_cells");
    long yes = cells.get(belief + "|1").asLong();
    return new Proportion(yes, yes + cells.get(belief + "|0").asLong());
  }

  private static Object models(OracleCase asked) {
    List<String> names = new ArrayList<>();
    List<Proportion> family = new ArrayList<>();
    Map<String, Object> rows = new HashMap<>();
    asked
        .input("k_of_100")
        .properties()
        .forEach(
            field -> {
              Proportion row = new Proportion(field.getValue().asLong(), 100);
              names.add(field.getKey());
              family.add(row);
              rows.put(field.getKey(), row(row));
            });
    List<Object> pairs =
        AllPairs.of(family).pairs().stream()
            .<Object>map(
                pair ->
                    Map.of(
                        "a", names.get(pair.first()),
                        "b", names.get(pair.second()),
                        "difference", pair.rates().difference(),
                        "newcombe95", pair.rates().newcombe(0.95),
                        "fisher_p", pair.p(),
                        "bh_adjusted_p", pair.adjusted()))
            .toList();
    return Map.of("rows", rows, "pairs", pairs);
  }

  private static Object factors(OracleCase asked) {
    Map<String, Object> models = new HashMap<>();
    asked
        .input("cells")
        .properties()
        .forEach(
            model -> {
              Map<String, Proportion> cells = new LinkedHashMap<>();
              model
                  .getValue()
                  .properties()
                  .forEach(
                      cell ->
                          cells.put(
                              cell.getKey(),
                              new Proportion(
                                  cell.getValue().get(0).asLong(),
                                  cell.getValue().get(1).asLong())));
              models.put(model.getKey(), grid(cells));
            });
    return models;
  }

  private static Object grid(Map<String, Proportion> cells) {
    Interaction interaction =
        new Interaction(of(cells, "GC+RT"), of(cells, "GC"), of(cells, "RT"), of(cells, "none"));
    Map<String, Object> rows = new HashMap<>();
    cells.forEach((name, cell) -> rows.put(name, row(cell)));
    return Map.of(
        "cells",
        rows,
        "interaction_risk_difference",
        Map.of("estimate", interaction.estimate(), "mover95", interaction.mover(0.95)));
  }

  private static Proportion of(Map<String, Proportion> rows, String name) {
    return rows.getOrDefault(name, new Proportion(0, 0));
  }

  private static Proportion total(Iterable<Proportion> rows) {
    Proportion all = new Proportion(0, 0);
    for (Proportion row : rows) {
      all = all.plus(row);
    }
    return all;
  }
}
