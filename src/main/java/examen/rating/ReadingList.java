package examen.rating;

import examen.transcript.TranscriptId;
import java.util.Set;

/**
 * What a rater may read in a project: what is given to them and, where the project says so, what is
 * not.
 *
 * @param given by the plan that holds; empty for one who is not in it, such as a lead, who may read
 *     everything
 */
public record ReadingList(Set<TranscriptId> given, Rest rest) {
  /** Where raters may also read what is not given to them, and for those who are in no plan. */
  public static final ReadingList ALL = new ReadingList(Set.of(), Rest.OPEN);

  /** What is not given to a rater. */
  public enum Rest {
    OPEN,
    CLOSED
  }

  public ReadingList {
    given = Set.copyOf(given);
  }

  /** Whether it says nothing against reading this transcript. */
  public boolean admits(TranscriptId transcript) {
    return switch (rest) {
      case OPEN -> true;
      case CLOSED -> given.isEmpty() || given.contains(transcript);
    };
  }
}
