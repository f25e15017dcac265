package examen.store;

import examen.transcript.Role;
import examen.transcript.TranscriptId;

/**
 * A part with text that can be searched.
 *
 * @param seq its place in the order of import
 * @param kind the kind of part: {@code text}, {@code reasoning}, {@code tool-call} or {@code
 *     tool-result}
 */
public record Passage(
    long seq, TranscriptId transcript, int message, int part, Role role, String kind, String text) {

  /**
   * Where such a part is.
   *
   * @param seq its place in the order of import
   * @param bytes how long its text is in the file
   */
  public record Place(long seq, TranscriptId transcript, long bytes) {}
}
