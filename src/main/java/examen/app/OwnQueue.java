package examen.app;

import examen.transcript.TranscriptId;
import java.util.List;

/**
 * What one rater is to read.
 *
 * @param assigned in their own order; empty where no plan gives them anything
 * @param showsOthers whether they may also look at what is not given to them
 */
public record OwnQueue(List<TranscriptId> assigned, boolean showsOthers) {
  public OwnQueue {
    assigned = List.copyOf(assigned);
  }
}
