package examen.app;

import examen.transcript.TranscriptId;
import java.util.List;

/**
 * What a search in a project found.
 *
 * @param hits the first of them, in the order of import and reading, at most {@link
 *     ProjectSearch#MOST}
 * @param count how many there are, kept or not
 * @param transcripts all in which there are any, in the order of import
 * @param whole whether all parts were looked at; otherwise the search was stopped
 */
public record SearchResult(
    List<SearchHit> hits, int count, List<TranscriptId> transcripts, boolean whole) {
  public static final SearchResult NONE = new SearchResult(List.of(), 0, List.of(), true);

  public SearchResult {
    hits = List.copyOf(hits);
    transcripts = List.copyOf(transcripts);
  }

  /** Whether there are hits that were not kept. */
  public boolean isCut() {
    return count > hits.size();
  }
}
