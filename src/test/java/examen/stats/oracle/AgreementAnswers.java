package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.agreement.PercentAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Answers what is asked of agreement on categories. */
final class AgreementAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("percent_agreement", AgreementAnswers::percentAgreement);

  private AgreementAnswers() {}

  private static Object percentAgreement(OracleCase asked) {
    ReliabilityTable table = table(asked.input("ratings_by_rater"));
    return Map.of("mean_pairwise", new PercentAgreement().of(table));
  }

  /** Ratings by rater, null where there is none; the scale is what was said. */
  private static ReliabilityTable table(JsonNode byRater) {
    TreeSet<String> said = new TreeSet<>();
    byRater.forEach(
        rater -> rater.forEach(rating -> said.addAll(rating.isNull() ? List.of() : one(rating))));
    Scale scale = Scale.nominal(List.copyOf(said));
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < byRater.get(0).size(); unit++) {
      int[] ratings = new int[byRater.size()];
      for (int rater = 0; rater < ratings.length; rater++) {
        JsonNode rating = byRater.get(rater).get(unit);
        ratings[rater] = rating.isNull() ? -1 : scale.categories().indexOf(rating.asText());
      }
      units.add(ratings);
    }
    return new ReliabilityTable(scale, byRater.size(), units);
  }

  private static List<String> one(JsonNode rating) {
    return List.of(rating.asText());
  }
}
