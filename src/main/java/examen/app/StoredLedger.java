package examen.app;

import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.store.ChangeLog;
import examen.store.FileState;
import examen.store.LoggedStep;
import examen.store.ProjectFile;
import examen.store.Writing;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What raters did, kept as the log in the project's file has it. Another program may add to that
 * log at any time, also before what was there: then all is folded anew. To be used by one thread at
 * a time.
 */
final class StoredLedger {
  /** In a damaged log steps are missing, however often it is read. */
  private static final int MOST_FOLDS = 3;

  private final ProjectFile file;
  private final Raters raters;
  private final Ledger ledger = new Ledger();
  private @Nullable OwnSheet own;
  private @Nullable LoggedStep last;
  private long seen;
  private @Nullable FileState state;

  /** Knows of nothing until it is refreshed. */
  StoredLedger(ProjectFile file, Raters raters) {
    this.file = file;
    this.raters = raters;
  }

  /** To be read, at any time the same one; steps are added by {@link #store} alone. */
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
    FileState before = raters.isWritten(step.rater()) ? state : null;
    boolean stored = store(step, writing -> {});
    // Nothing but this step is new, unless somebody else stored something: then the file says so.
    state = stored && before != null ? before.afterOwn() : null;
    return stored;
  }

  /**
   * The same, with something else that is stored with it or not at all.
   *
   * @param also stores it
   */
  boolean store(Step step, Consumer<Writing> also) {
    state = null;
    long before = seen;
    long place =
        file.inTransaction(
            writing -> {
              if (ChangeLog.lastSeq(writing) != before) {
                return -1L;
              }
              also.accept(writing);
              return append(writing, step);
            });
    if (place < 0) {
      return false;
    }
    apply(new LoggedStep(place, last == null ? 1 : last.clock() + 1, step));
    seen = place;
    return true;
  }

  private long append(Writing writing, Step step) {
    raters.written(writing, step.rater(), step.at());
    return ChangeLog.append(writing, step);
  }

  /** Whether the file stands as it did when all of it was last taken in. */
  boolean hasSeen(@Nullable FileState now) {
    return state != null && state.equals(now);
  }

  /**
   * Takes in what other programs stored in the meantime; gives whether there was anything.
   *
   * @param now how the file stood before anything of it was read; null where that is not known
   */
  boolean refresh(@Nullable FileState now) {
    state = null;
    boolean anything = refresh();
    state = now;
    return anything;
  }

  private boolean refresh() {
    raters.refresh();
    long before = seen;
    if (seen == 0 || !takeArrivals()) {
      foldAnew();
    }
    return seen > before;
  }

  /**
   * Whether all that came stands after what was there, as it does unless another file was merged.
   */
  private boolean takeArrivals() {
    List<LoggedStep> early = new ArrayList<>();
    ChangeLog.eachAfter(
        file,
        seen,
        logged -> {
          if (!early.isEmpty() || (last != null && !logged.isAfter(last))) {
            early.add(logged);
          } else {
            apply(logged);
            seen = logged.seq();
          }
        });
    return early.isEmpty();
  }

  /**
   * Where another program merged a file in the meantime, some of what it brought may have been
   * passed by: then once more.
   */
  private void foldAnew() {
    Fold fold = new Fold();
    for (int tries = 0; tries < MOST_FOLDS && (tries == 0 || !fold.isWhole()); tries++) {
      fold = new Fold();
      ChangeLog.eachInOrder(file, fold::take);
    }
    ledger.become(fold.ledger);
    own = null;
    last = fold.last;
    seen = fold.seen;
  }

  /** What is folded apart, so that a file which cannot be read to its end changes nothing. */
  private static final class Fold {
    private final Ledger ledger = new Ledger();
    private @Nullable LoggedStep last;
    private long seen;
    private long steps;

    void take(LoggedStep logged) {
      ledger.apply(logged.step());
      last = logged;
      steps++;
      seen = Math.max(seen, logged.seq());
    }

    boolean isWhole() {
      return steps == seen;
    }
  }

  private void apply(LoggedStep logged) {
    int conflicts = ledger.conflictCount();
    ledger.apply(logged.step());
    last = logged;
    if (ledger.conflictCount() > conflicts || logged.step().isOfCodebook()) {
      own = null;
    } else if (own != null) {
      own.apply(logged.step());
    }
  }
}
