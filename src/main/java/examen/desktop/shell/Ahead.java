package examen.desktop.shell;

import examen.transcript.TranscriptId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the transcripts that are likely to be opened next while one is being read: one after the
 * other, and no longer those that were wanted before.
 */
final class Ahead {
  private final Session session;
  private final AtomicReference<@Nullable List<TranscriptId>> wanted = new AtomicReference<>();
  private boolean busy;

  Ahead(Session session) {
    this.session = session;
  }

  /** Prepares these next, the first one first, and nothing else; on the screen's thread. */
  void want(List<TranscriptId> next) {
    wanted.set(next);
    if (!busy) {
      busy = true;
      session.work().query("ahead", this::prepare, done -> rest());
    }
  }

  private Integer prepare() {
    int prepared = 0;
    for (List<TranscriptId> now = wanted.getAndSet(null);
        now != null;
        now = wanted.getAndSet(null)) {
      for (TranscriptId id : now) {
        if (wanted.get() == null) {
          session.workbench().recent().prepare(id, session.rater());
          prepared++;
        }
      }
    }
    return prepared;
  }

  /** Something may have been wanted just when all was done. */
  private void rest() {
    busy = false;
    List<TranscriptId> more = wanted.get();
    if (more != null) {
      want(more);
    }
  }
}
