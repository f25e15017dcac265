package examen.desktop.queue;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.List;
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

  /** Whether it was read, but is to be read again because of a newer codebook. */
  public boolean isToReadAgain() {
    return !facts.again().isEmpty();
  }

  /**
   * By what a transcript may be found and put in order.
   *
   * @param words title and conditions, in small letters
   * @param messages how many it has
   * @param tags that the rater put, by their ids
   * @param again why it is to be read again, because of a newer codebook; empty where it is not
   */
  public record Facts(
      String words, Conditions conditions, int messages, Set<String> tags, List<String> again) {
    public static final Facts NONE = new Facts("", Conditions.NONE, 0, Set.of());

    public Facts {
      tags = Set.copyOf(tags);
      again = List.copyOf(again);
    }

    /** Of one that is not to be read again. */
    public Facts(String words, Conditions conditions, int messages, Set<String> tags) {
      this(words, conditions, messages, tags, List.of());
    }
  }
}
