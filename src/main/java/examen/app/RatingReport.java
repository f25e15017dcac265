package examen.app;

import java.util.List;

/**
 * The full account of a file of ratings.
 *
 * @param annotations put in
 * @param verdicts put in
 * @param submitted reviews that were submitted
 * @param duplicates rows that say what the same rater has said already
 */
public record RatingReport(
    int annotations, int verdicts, int submitted, int duplicates, List<Refused> refused) {
  public RatingReport {
    refused = List.copyOf(refused);
  }

  public int found() {
    return annotations + verdicts + submitted + duplicates + refused.size();
  }

  /**
   * A row that was not put in.
   *
   * @param place such as {@code line 3}
   */
  public record Refused(String place, String reason) {}
}
