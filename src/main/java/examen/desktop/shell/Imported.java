package examen.desktop.shell;

import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the latest import brought into the queue. */
final class Imported {
  private final QueueViewModel queue;
  private final Runnable refresh;
  private Set<TranscriptId> before = Set.of();
  private @Nullable TranscriptId first;

  /**
   * @param refresh reads the queue anew; the rows then come to {@link #came}
   */
  Imported(QueueViewModel queue, Runnable refresh) {
    this.queue = queue;
    this.refresh = refresh;
  }

  void ended() {
    before = queue.rows().stream().map(QueueRow::id).collect(Collectors.toSet());
    first = null;
    refresh.run();
  }

  void came(List<QueueRow> rows) {
    first =
        rows.stream().map(QueueRow::id).filter(id -> !before.contains(id)).findFirst().orElse(null);
  }

  /** Opens the first transcript that it brought, if it brought any. */
  void open() {
    TranscriptId id = first;
    if (id != null) {
      queue.filterProperty().set("");
      queue.select(id);
    }
  }
}
