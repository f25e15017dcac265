package examen.desktop.queue;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.Set;

/**
 * One transcript in the queue.
 *
 * @param detail model and other conditions, short
 * @param annotations how many annotations the rater has put on it
 * @param facts by what it may be found
 */
public record QueueRow(
    TranscriptId id, String title, String detail, int annotations, State state, Facts facts) {

  /** One of which nothing is known but what is shown. */
  public QueueRow(TranscriptId id, String title, String detail, int annotations, State state) {
    this(id, title, detail, annotations, state, Facts.NONE);
  }

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

  /**
   * By what a transcript may be found and put in order.
   *
   * @param words title and conditions, in small letters
   * @param messages how many it has
   * @param tags that the rater put, by their ids
   */
  public record Facts(String words, Conditions conditions, int messages, Set<String> tags) {
    public static final Facts NONE = new Facts("", Conditions.NONE, 0, Set.of());

    public Facts {
      tags = Set.copyOf(tags);
    }
  }
}
