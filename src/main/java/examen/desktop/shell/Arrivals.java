package examen.desktop.shell;

import examen.desktop.queue.QueueRow;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which transcripts the latest import brought. */
final class Arrivals {
  private Set<TranscriptId> before = Set.of();
  private @Nullable TranscriptId first;

  /** These rows are there before what came is known. */
  void expect(List<QueueRow> rows) {
    before = rows.stream().map(QueueRow::id).collect(Collectors.toSet());
    first = null;
  }

  /** These rows are there now. */
  void came(List<QueueRow> rows) {
    first =
        rows.stream().map(QueueRow::id).filter(id -> !before.contains(id)).findFirst().orElse(null);
  }

  /** The first that came, if any did. */
  Optional<TranscriptId> first() {
    return Optional.ofNullable(first);
  }
}
