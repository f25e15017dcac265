package examen.desktop.shell;

import examen.desktop.fx.FxWork;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import brought: it is put into the queue, and can be gone to. */
final class Arrivals {
  private final QueueViewModel queue;
  private final FxWork work;
  private final Supplier<List<QueueRow>> rows;
  private final Consumer<List<QueueRow>> show;
  private @Nullable TranscriptId first;

  /**
   * @param rows reads what there is now
   * @param show shows it
   */
  Arrivals(
      QueueViewModel queue,
      FxWork work,
      Supplier<List<QueueRow>> rows,
      Consumer<List<QueueRow>> show) {
    this.queue = queue;
    this.work = work;
    this.rows = rows;
    this.show = show;
  }

  /** An import has ended. */
  void ended() {
    Set<TranscriptId> before = queue.rows().stream().map(QueueRow::id).collect(Collectors.toSet());
    first = null;
    work.query(
        "queue",
        rows,
        now -> {
          first =
              now.stream()
                  .map(QueueRow::id)
                  .filter(id -> !before.contains(id))
                  .findFirst()
                  .orElse(null);
          show.accept(now);
        });
  }

  /** Opens the first of what the latest import brought, if it brought anything. */
  void showFirst() {
    TranscriptId id = first;
    if (id != null) {
      queue.filterProperty().set("");
      queue.select(id);
    }
  }
}
