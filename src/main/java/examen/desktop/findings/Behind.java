package examen.desktop.findings;

import examen.transcript.TranscriptId;
import java.util.List;

/**
 * The transcripts behind a number.
 *
 * @param words which number that is
 * @param transcripts in the order in which they are listed; never empty
 */
public record Behind(String words, List<TranscriptId> transcripts) {
  public Behind {
    transcripts = List.copyOf(transcripts);
  }

  static Behind of(String words, List<String> ids) {
    return new Behind(words, ids.stream().map(TranscriptId::new).toList());
  }
}
