package examen.app;

import java.util.List;
import java.util.SortedMap;

/**
 * The full account of a file of classifier labels.
 *
 * @param run id of the run
 * @param imported labels that are new; for a trial, that would be
 * @param duplicates labels that the run has already, or twice in the file
 * @param uncompared labels that the run has already of transcripts of which the one who asks may
 *     not know it yet: these stay, and whether they say the same is not told
 * @param values how often each value came, by what was judged
 * @param read the columns that say something
 * @param left the columns that were left alone
 */
public record ClassifyReport(
    String run,
    int imported,
    int duplicates,
    int uncompared,
    List<Refused> refused,
    SortedMap<String, SortedMap<String, Integer>> values,
    List<String> read,
    List<String> left) {
  public ClassifyReport {
    refused = List.copyOf(refused);
    read = List.copyOf(read);
    left = List.copyOf(left);
  }

  /**
   * A row that was not taken in.
   *
   * @param place such as {@code line 3}
   */
  public record Refused(String place, String reason) {}

  public int found() {
    return imported + duplicates + uncompared + refused.size();
  }
}
