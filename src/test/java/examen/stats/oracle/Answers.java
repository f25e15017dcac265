package examen.stats.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who answers the cases of which file. */
final class Answers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      all(
          List.of(
              AgreementAnswers.ALL,
              RateAnswers.ALL,
              ComparisonAnswers.ALL,
              DesignAnswers.ALL,
              HeadlineAnswers.ALL));

  /** What other programs print and we do not compute, by file and the end of the field's path. */
  private static final Map<String, List<String>> LEFT_OUT =
      Map.of(
          // A sentence, no number.
          "two_rates", List.of("fisher.note"),
          // What only the maker of the data knows, and a sentence.
          "seed_table", List.of("truth_known_by_simulation", "max_rate_note"));

  private Answers() {}

  static boolean isLeftOut(OracleCase asked, String path) {
    return LEFT_OUT.getOrDefault(asked.file(), List.of()).stream()
        .anyMatch(end -> path.equals(end) || path.endsWith("." + end));
  }

  private static Map<String, Function<OracleCase, Object>> all(
      List<Map<String, Function<OracleCase, Object>>> families) {
    Map<String, Function<OracleCase, Object>> all = new HashMap<>();
    families.forEach(all::putAll);
    return Map.copyOf(all);
  }
}
