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
              AuditAnswers.ALL,
              SpanAnswers.ALL,
              RateAnswers.ALL,
              ComparisonAnswers.ALL));

  /** What other programs print and we do not compute, by file and the end of the field's path. */
  private static final Map<String, List<String>> LEFT_OUT =
      Map.of(
          // What one run of another program drew, and the name of an error it throws.
          "gamma", List.of("expected_disorder_reference", "n_samples"),
          "boundary", List.of("B_error", "S_error"),
          // A sentence, no number.
          "two_rates", List.of("fisher.note"));

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
