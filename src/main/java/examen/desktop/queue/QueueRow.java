package examen.desktop.queue;

import examen.transcript.TranscriptId;

/**
 * One transcript in the queue.
 *
 * @param detail model and other conditions, short
 * @param annotations how many annotations the rater has put on it
 */
public record QueueRow(TranscriptId id, String title, String detail, int annotations, State state) {

  /** How far the rater is with a transcript. */
  public enum State {
    /** Nothing was done yet. */
    OPEN("open"),
    /** Something was done, or the review was reopened. */
    BEGUN("begun"),
    SUBMITTED("submitted");

    private final String wire;

    State(String wire) {
      this.wire = wire;
    }

    /** The name in text keys and style classes. */
    public String wire() {
      return wire;
    }
  }
}
