package examen.codebook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader is warned of before a transcript is shown.
 *
 * @param text what it contains, in one sentence
 * @param where of each condition named here, the values of the transcripts that are meant; empty if
 *     all are
 */
public record Warning(String id, String text, Map<String, List<String>> where) {
  public Warning {
    Map<String, List<String>> copy = new TreeMap<>();
    where.forEach((condition, values) -> copy.put(condition, List.copyOf(values)));
    where = java.util.Collections.unmodifiableMap(copy);
  }

  /** Whether a transcript under these conditions is meant; one that lacks a condition is not. */
  public boolean isFor(Map<String, String> conditions) {
    return where.entrySet().stream()
        .allMatch(entry -> entry.getValue().contains(conditions.getOrDefault(entry.getKey(), "")));
  }
}
