package examen.store;

import java.util.List;
import java.util.SortedMap;

/**
 * What was rescued from a damaged file, and what was not.
 *
 * @param transcripts how many were taken
 * @param leftOut ids of transcripts that may not be all that they were, with the reason; importing
 *     their sources again brings them back, with what raters did on them
 * @param steps how many steps of raters were taken
 * @param lostSteps places of steps in the damaged file that are missing, or were not taken
 * @param unread tables that could not be read through, and how many rows or pieces failed
 * @param remarks what else is to be known, a line each
 */
public record RescueReport(
    int transcripts,
    SortedMap<String, String> leftOut,
    int steps,
    List<Long> lostSteps,
    SortedMap<String, Long> unread,
    List<String> remarks) {
  public RescueReport {
    lostSteps = List.copyOf(lostSteps);
    remarks = List.copyOf(remarks);
  }

  /** Whether everything that the file held was taken, as far as one can tell. */
  public boolean isComplete() {
    return leftOut.isEmpty() && lostSteps.isEmpty() && unread.isEmpty();
  }
}
