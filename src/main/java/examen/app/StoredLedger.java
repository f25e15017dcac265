package examen.app;

import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.store.ChangeLog;
import examen.store.ProjectFile;
import examen.store.Writing;
import examen.transcript.TranscriptId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What raters did, kept as the log in the project's file has it. Another program may add to that
 * log at any time. To be used by one thread at a time.
 */
final class StoredLedger {
  private final ProjectFile file;
  private final Ledger ledger = new Ledger();
  private @Nullable OwnSheet own;
  private long seen;

  /** Knows of nothing until it is refreshed. */
  StoredLedger(ProjectFile file) {
    this.file = file;
  }

  /** To be read; steps are added by {@link #store} alone. */
  Ledger ledger() {
    return ledger;
  }

  /** What one rater said of one transcript; the latest that was asked for is found at once. */
  OwnSheet own(TranscriptId transcript, RaterId rater) {
    if (own == null || !own.isOf(transcript, rater)) {
      own = new OwnSheet(ledger, transcript, rater);
    }
    return own;
  }

  /** How far this rater's work on a transcript has come. */
  Headway headway(TranscriptId transcript, RaterId rater) {
    return own != null && own.isOf(transcript, rater)
        ? Headway.of(ledger, own)
        : Headway.of(ledger, rater, transcript);
  }

  /** Whether the step was stored; it is not if another program stored something first. */
  boolean store(Step step) {
    return store(step, writing -> {});
  }

  /**
   * The same, with something else that is stored with it or not at all.
   *
   * @param also stores it
   */
  boolean store(Step step, Consumer<Writing> also) {
    long before = seen;
    long place =
        file.inTransaction(
            writing -> {
              if (ChangeLog.lastSeq(writing) != before) {
                return -1L;
              }
              also.accept(writing);
              return ChangeLog.append(writing, step);
            });
    if (place < 0) {
      return false;
    }
    apply(step);
    seen = place;
    return true;
  }

  /** Takes in what other programs stored in the meantime; gives whether there was anything. */
  boolean refresh() {
    long before = seen;
    ChangeLog.eachAfter(
        file,
        seen,
        logged -> {
          apply(logged.step());
          seen = logged.seq();
        });
    return seen > before;
  }

  private void apply(Step step) {
    ledger.apply(step);
    if (own != null) {
      own.apply(step);
    }
  }
}
