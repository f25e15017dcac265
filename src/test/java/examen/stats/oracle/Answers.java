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
              BootstrapAnswers.ALL,
              ComparisonAnswers.ALL,
              DesignAnswers.ALL,
              GoldAnswers.ALL,
              HeadlineAnswers.ALL,
              RateAnswers.ALL,
              SpanAnswers.ALL));

  /** What other programs print and we do not compute, by file and the end of the field's path. */
  private static final Map<String, List<String>> LEFT_OUT =
      Map.of(
          // What one run of another program drew, and the name of an error it throws.
          "gamma", List.of("expected_disorder_reference", "n_samples"),
          "boundary", List.of("B_error", "S_error"),
          // A sentence, no number.
          "two_rates", List.of("fisher.note"),
          // What only the maker of the data knows, and a sentence.
          "seed_table", List.of("truth_known_by_simulation", "max_rate_note"));

  /**
   * How far numbers of R may be from the truth where it looks for a root: its search stops early.
   * In our own copies these numbers are those of exact sums, with the others beside them.
   */
  private static final Map<String, Map<String, Double>> ROUGH =
      Map.of(
          "cmh", Map.of("exact", 0.01),
          "sample_size", Map.of("cohen_h_n_raw", 1e-5));

  private Answers() {}

  /** The tolerance for a number of another program that is known to be rough; 0 for others. */
  static double rough(OracleCase asked, String path) {
    return ROUGH.getOrDefault(asked.file(), Map.of()).entrySet().stream()
        .filter(field -> path.equals(field.getKey()) || path.startsWith(field.getKey() + "."))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

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
