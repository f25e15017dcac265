package examen.store;

import examen.rating.Change;
import examen.rating.Ledger;
import examen.rating.Step;
import examen.rating.Thing;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the log from its first step, checks each against those before it, and folds them.
 */
final class LogCheck {
  private static final String BACKUP =
      "go back to a backup from before the change and keep this file";

  private final List<Finding> findings = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Map<TranscriptId, Set<Anchor>> anchors = new LinkedHashMap<>();
  private final Map<String, String> lastHashes = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private long lastSeq;

  /** To be called with each row in order. */
  void take(StepRow row) {
    checkPlace(row);
    checkChain(row);
    try {
      Step step = row.step();
      step.changes().forEach(this::noteAnchors);
      if (findings.isEmpty()) {
        ledger.apply(step);
      }
    } catch (StoreException e) {
      find(row, "the step cannot be read");
    } catch (IllegalStateException e) {
      find(row, "the step does not fit those before it");
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /** The fold of all steps; of use only if there are no findings. */
  Ledger ledger() {
    return ledger;
  }

  /** Every place that the log has ever named. */
  Map<TranscriptId, Set<Anchor>> anchors() {
    return anchors;
  }

  private void checkPlace(StepRow row) {
    if (row.seq() != lastSeq + 1) {
      find(row, "the step before it is missing: this is number " + row.seq() + " after " + lastSeq);
    }
    lastSeq = row.seq();
    for (int n = 0; n < row.changes().size(); n++) {
      if (row.changes().get(n).n() != n) {
        find(row, "a change of the step is missing");
        return;
      }
    }
  }

  /** Only a rater's first break says something: all that follow are built on it. */
  private void checkChain(StepRow row) {
    String before = lastHashes.getOrDefault(row.rater(), "");
    lastHashes.put(row.rater(), row.hash());
    if (broken.contains(row.rater())) {
      return;
    }
    if (!row.hash().equals(row.computedHash())) {
      broken.add(row.rater());
      find(row, "the step was changed after it was stored");
    } else if (!row.prevHash().equals(before)) {
      broken.add(row.rater());
      find(
          row, "the step does not follow its rater's step before: one was removed, added or moved");
    }
  }

  private void noteAnchors(Change change) {
    switch (change) {
      case Change.Added(Thing after) -> noteAnchors(after);
      case Change.Removed(Thing before) -> noteAnchors(before);
      case Change.Replaced(Thing before, Thing after) -> {
        noteAnchors(before);
        noteAnchors(after);
      }
    }
  }

  private void noteAnchors(Thing thing) {
    anchors.computeIfAbsent(thing.transcript(), t -> new LinkedHashSet<>()).addAll(thing.places());
  }

  private void find(StepRow row, String what) {
    findings.add(new Finding(what, "step " + row.seq() + ", " + row.id(), BACKUP));
  }
}
