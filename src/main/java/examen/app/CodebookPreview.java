package examen.app;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.transcript.TranscriptId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a newer codebook would change in one rater's own work.
 *
 * @param rules in the order of its file, each with what it touches
 * @param added names of tags and texts of questions that are new
 * @param again what the rater must read again, with the reasons
 * @param others how many others the project knows, whose work it changes by the same rules
 */
public record CodebookPreview(
    Codebook before,
    Codebook after,
    List<Touched> rules,
    List<String> added,
    SortedMap<TranscriptId, SortedSet<String>> again,
    int others) {
  public CodebookPreview {
    rules = List.copyOf(rules);
    added = List.copyOf(added);
    again = Collections.unmodifiableSortedMap(new TreeMap<>(again));
  }

  /**
   * What one rule touches of the rater's own.
   *
   * @param things how many annotations or answers
   * @param transcripts on how many transcripts they are
   */
  public record Touched(MigrationRule rule, int things, int transcripts) {}
}
