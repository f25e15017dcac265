package examen.app;

import java.util.List;
import java.util.SortedMap;

/**
 * The full account of a file of classifier labels.
 *
 * @param run id of the run
 * @param imported labels that are new; for a trial, that would be
 * @param duplicates labels that the run has already, or twice in the file
 * @param values how often each value came, by what was judged
 */
public record ClassifyReport(
    String run,
    int imported,
    int duplicates,
    List<Refused> refused,
    SortedMap<String, SortedMap<String, Integer>> values) {
  public ClassifyReport {
    refused = List.copyOf(refused);
  }

  /**
   * A row that was not taken in.
   *
   * @param place such as {@code line 3}
   */
  public record Refused(String place, String reason) {}

  public int found() {
    return imported + duplicates + refused.size();
  }
}
