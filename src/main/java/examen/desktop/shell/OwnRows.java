package examen.desktop.shell;

import examen.app.OwnQueue;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.ScopeViewModel.OwnChoice;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/**
 * The rows of a rater's queue: what a plan gives them, in their order; where it gives them nothing,
 * everything in the order of import.
 *
 * @param rows as they are to be shown
 */
record OwnRows(List<QueueRow> rows, OwnChoice choice) {
  private static final SortedSet<String> NONE = Collections.emptySortedSet();

  /** What the rater wants to see. */
  enum Wanted {
    MINE,
    /** What is theirs first, then all else. */
    ALL
  }

  static OwnRows of(Workbench workbench, RaterId rater, Wanted wanted) {
    OwnQueue own = workbench.plans().of(rater);
    boolean choice = own.showsOthers() && !own.assigned().isEmpty();
    boolean all = own.assigned().isEmpty() || (choice && wanted == Wanted.ALL);
    Map<TranscriptId, SortedSet<String>> again = workbench.toReadAgain(rater);
    List<QueueRow> rows = new ArrayList<>();
    for (TranscriptLine line : lines(workbench.transcripts(rater), own.assigned(), all)) {
      rows.add(
          QueueRows.of(
              line,
              workbench.headway(line.id(), rater),
              workbench.annotations(line.id(), rater),
              again.getOrDefault(line.id(), NONE)));
    }
    return new OwnRows(rows, choice ? OwnChoice.MINE_OR_ALL : OwnChoice.NONE);
  }

  private static List<TranscriptLine> lines(
      List<TranscriptLine> there, List<TranscriptId> assigned, boolean all) {
    Map<TranscriptId, TranscriptLine> others = new LinkedHashMap<>();
    there.forEach(line -> others.put(line.id(), line));
    List<TranscriptLine> lines =
        new ArrayList<>(assigned.stream().map(others::remove).filter(Objects::nonNull).toList());
    if (all) {
      lines.addAll(others.values());
    }
    return lines;
  }
}
