package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import examen.stats.Measurement;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.agreement.BrennanPrediger;
import examen.stats.agreement.ChanceCorrected;
import examen.stats.agreement.CohenKappa;
import examen.stats.agreement.CompleteAgreement;
import examen.stats.agreement.CongerKappa;
import examen.stats.agreement.CorrectedAgreement;
import examen.stats.agreement.Extent;
import examen.stats.agreement.FleissKappa;
import examen.stats.agreement.GwetAc;
import examen.stats.agreement.KrippendorffAlpha;
import examen.stats.agreement.LabelSets;
import examen.stats.agreement.PercentAgreement;
import examen.stats.agreement.PooledAgreement;
import examen.stats.agreement.SetDistance;
import examen.stats.agreement.Weighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers what is asked of agreement on categories. */
final class AgreementAnswers {
  private static final double CONFIDENCE = 0.95;

  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of(
          "percent_agreement", AgreementAnswers::percentAgreement,
          "krippendorff_alpha", AgreementAnswers::alpha,
          "cohen_kappa", AgreementAnswers::cohen,
          "fleiss_kappa", AgreementAnswers::fleiss,
          "gwet_ac", AgreementAnswers::gwet);

  private AgreementAnswers() {}

  private static Object percentAgreement(OracleCase asked) {
    ReliabilityTable table = Ratings.table(asked.input("ratings_by_rater"));
    return Map.of(
        "all_raters", new CompleteAgreement().of(table),
        "n_complete", Extent.of(table).complete(),
        "mean_pairwise", new PercentAgreement().of(table),
        "n_items_ge2", Extent.of(table).paired(),
        "pooled_pairwise", new PooledAgreement().of(table));
  }

  private static Object alpha(OracleCase asked) {
    if (asked.input().has("label_sets_by_rater")) {
      LabelSets sets = sets(asked.input("label_sets_by_rater"));
      return Map.of(
          "alpha_masi", sets.alpha(SetDistance.MASI).each(),
          "alpha_jaccard", sets.alpha(SetDistance.JACCARD).each());
    }
    JsonNode inOrder = asked.input("values_in_order");
    List<String> names = Ratings.words(inOrder);
    Map<String, Object> answer = new HashMap<>();
    for (Measurement measurement : Measurement.values()) {
      boolean ordinal = measurement == Measurement.NOMINAL || measurement == Measurement.ORDINAL;
      List<Double> values = new ArrayList<>();
      inOrder.forEach(value -> values.add(value.isNumber() ? value.asDouble() : values.size()));
      Scale scale = ordinal ? Scale.ordinal(names) : new Scale(measurement, names, values);
      ReliabilityTable table =
          Ratings.table(asked.input("ratings_by_rater"), scale.as(measurement));
      answer.put(wire(measurement), new KrippendorffAlpha().of(table));
      answer.put("n_pairable", Extent.of(table).pairable());
    }
    return answer;
  }

  private static String wire(Measurement measurement) {
    return switch (measurement) {
      case NOMINAL -> "nominal";
      case ORDINAL -> "ordinal";
      case INTERVAL -> "interval";
      case RATIO -> "ratio";
    };
  }

  private static LabelSets sets(JsonNode byRater) {
    List<List<Set<String>>> units = new ArrayList<>();
    for (int unit = 0; unit < byRater.get(0).size(); unit++) {
      List<Set<String>> said = new ArrayList<>();
      for (JsonNode rater : byRater) {
        said.add(new HashSet<>(Ratings.words(rater.get(unit))));
      }
      units.add(said);
    }
    return LabelSets.of(units);
  }

  private static Object cohen(OracleCase asked) {
    Scale scale = Scale.ordinal(Ratings.words(asked.input("categories")));
    ReliabilityTable table =
        Ratings.table(
            JsonNodeFactory.instance
                .arrayNode()
                .add(asked.input("rater_a"))
                .add(asked.input("rater_b")),
            scale);
    CorrectedAgreement plain = new CohenKappa(Weighting.IDENTITY).parts(table);
    return Map.of(
        "unweighted", new CohenKappa(Weighting.IDENTITY).of(table),
        "linear", new CohenKappa(Weighting.LINEAR).of(table),
        "quadratic", new CohenKappa(Weighting.QUADRATIC).of(table),
        "n", Extent.of(table).paired(),
        "se_asymptotic", plain.standardError(),
        "ci95_asymptotic", plain.interval(CONFIDENCE),
        "table", CohenKappa.counts(table));
  }

  private static Object fleiss(OracleCase asked) {
    ReliabilityTable table =
        asked.input().has("ratings_by_rater")
            ? Ratings.table(asked.input("ratings_by_rater"))
            : Ratings.counted(asked.input("counts_items_by_category"));
    CorrectedAgreement parts = new FleissKappa().parts(table);
    return Map.of(
        "kappa", new FleissKappa().of(table),
        "p_bar", parts.observed(),
        "pa", parts.observed(),
        "p_e", parts.expected(),
        "pe", parts.expected(),
        "se_gwet", parts.standardError(),
        "ci95_gwet_t", parts.interval(CONFIDENCE),
        "z_null", new FleissKappa().z(table),
        "randolph_free_marginal", new BrennanPrediger().of(table));
  }

  private static Object gwet(OracleCase asked) {
    Scale scale = Scale.ordinal(Ratings.words(asked.input("categories")));
    ReliabilityTable table = Ratings.table(asked.input("ratings_by_rater"), scale);
    ReliabilityTable nominal =
        Ratings.table(asked.input("ratings_by_rater"), scale.as(Measurement.NOMINAL));
    return Map.of(
        "ac1", parts(new GwetAc(Weighting.IDENTITY), table),
        "ac2_linear", parts(new GwetAc(Weighting.LINEAR), table),
        "ac2_quadratic", parts(new GwetAc(Weighting.QUADRATIC), table),
        "brennan_prediger", parts(new BrennanPrediger(), table),
        "fleiss_pi", parts(new FleissKappa(), table),
        "conger_kappa", parts(new CongerKappa(), table),
        "krippendorff_alpha_irrcac", parts(new KrippendorffAlpha(), nominal));
  }

  private static Object parts(ChanceCorrected coefficient, ReliabilityTable table) {
    CorrectedAgreement parts = coefficient.parts(table);
    return Map.of(
        "coeff", coefficient.of(table),
        "pa", parts.observed(),
        "pe", parts.expected(),
        "se", parts.standardError(),
        "ci95", parts.interval(CONFIDENCE));
  }
}
