package examen.app;

import examen.classifier.ClassifierRun;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Revealing;
import examen.rating.Step;
import examen.rating.Thing;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.Reading;
import examen.store.SharedSettings;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/**
 * Shows a rater what classifiers and others say of a transcript, once they may know it; that it was
 * shown is recorded before it is.
 */
public final class Reveals {
  private static final String NOT_YET =
      "what others say is shown once your review of this transcript is submitted";

  private final Workbench workbench;
  private final ProjectFile file;
  private final StoredLedger stored;

  /**
   * @param stored to be read while holding the workbench
   */
  Reveals(Workbench workbench, ProjectFile file, StoredLedger stored) {
    this.workbench = workbench;
    this.file = file;
    this.stored = stored;
  }

  /**
   * When raters may have themselves shown what others say: after they have submitted, unless the
   * project says otherwise. A word of a later program means that, too.
   */
  public Revealing when() {
    workbench.checkThread();
    return file.reading(reading -> ProjectSettings.get(reading, SharedSettings.REVEALING))
        .flatMap(Revealing::ofWire)
        .orElse(Revealing.AFTER_SUBMISSION);
  }

  /** Has the project allow it at another time from now on; what was shown was shown. */
  void allow(Revealing when) {
    workbench.checkThread();
    Instant now = workbench.now();
    file.runInTransaction(
        writing -> SharedSettings.put(writing, SharedSettings.REVEALING, when.wire(), now));
  }

  /** Whether this rater may have themselves shown now what others say. */
  public boolean isAllowed(TranscriptId transcript, RaterId rater) {
    Revealing when = when();
    if (workbench.sight(transcript, rater) == Sight.NONE) {
      return false;
    }
    synchronized (workbench) {
      return Blinding.mayReveal(stored.ledger(), rater, transcript, when);
    }
  }

  /** Whether all of it was shown to them already, as is recorded. */
  public boolean isShown(TranscriptId transcript, RaterId rater) {
    synchronized (workbench) {
      return EnumSet.allOf(Reveal.Of.class).stream()
          .allMatch(what -> stored.ledger().isRevealed(rater, transcript, what));
    }
  }

  /**
   * Records that all that others say is shown to this rater, if it may be; it can then be asked for
   * for good.
   */
  public Decision show(TranscriptId transcript, RaterId rater) {
    return workbench.act(rater, new Command.Show(transcript, EnumSet.allOf(Reveal.Of.class)));
  }

  /** What others say, as far as this rater may know it now. */
  public Others of(TranscriptId transcript, RaterId rater) {
    workbench.checkThread();
    List<Thing> peers;
    Sight labels = workbench.sight(transcript, rater);
    synchronized (workbench) {
      peers = Blinding.peers(stored.ledger(), rater, transcript);
    }
    return switch (labels) {
      case NONE, BLIND -> new Others(List.of(), peers);
      case SEEING -> new Others(file.reading(reading -> labels(reading, transcript)), peers);
    };
  }

  private static List<Others.Said> labels(Reading reading, TranscriptId transcript) {
    return LabelTable.ofTranscript(reading, transcript).stream()
        .map(
            label ->
                new Others.Said(
                    LabelTable.run(reading, label.run())
                        .orElseGet(() -> new ClassifierRun(label.run(), label.run(), "", "")),
                    label))
        .toList();
  }

  /** All that was ever shown to anybody: for leads. */
  List<Reveal> all() {
    synchronized (workbench) {
      return stored.ledger().things().stream()
          .filter(Reveal.class::isInstance)
          .map(Reveal.class::cast)
          .toList();
    }
  }

  /** The decision, or a refusal where it would show what may not be shown yet. */
  Decision held(Decision decision) {
    if (!(decision instanceof Decision.Accepted(Step step)) || !step.isForGood()) {
      return decision;
    }
    Revealing when = when();
    boolean allowed =
        step.changes().stream()
            .map(change -> change.thing().transcript())
            .allMatch(id -> Blinding.mayReveal(stored.ledger(), step.rater(), id, when));
    return allowed ? decision : new Decision.Refused(NOT_YET);
  }
}
