package examen.store;

import examen.rating.Change;
import examen.rating.Conflict;
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
 * Goes through the log in its order, checks each step against those before it, and folds them. A
 * rater who worked in two copies has a chain of hashes with a fork, and may have changed a thing in
 * both; where there is no fork, a step that does not fit is damage.
 */
final class LogCheck {
  private static final String BACKUP =
      "go back to a backup from before the change and keep this file";

  private final List<Finding> findings = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Map<TranscriptId, Set<Anchor>> anchors = new LinkedHashMap<>();
  private final Map<String, RaterChain> chains = new HashMap<>();
  private final List<StepRow> misfits = new ArrayList<>();
  private final Set<String> inOtherWords = new HashSet<>();

  /** To be called before any step: the steps that are known to be missing here. */
  void leftOut(String hash, String rater) {
    chain(rater).leftOut(hash);
  }

  /** To be called with each row in the order of the log. */
  void take(StepRow row) {
    checkChanges(row);
    checkChain(row);
    try {
      Step step = row.step();
      step.changes().forEach(this::noteAnchors);
      int conflicts = ledger.conflictCount();
      ledger.apply(step);
      noteMisfits(row, conflicts);
      if (step.isOfCodebook()) {
        step.changes().forEach(change -> inOtherWords.add(change.key()));
      }
    } catch (StoreException e) {
      find(row, "the step cannot be read");
    } catch (IllegalStateException e) {
      find(row, "the step is there twice");
    }
  }

  /** A newer codebook, put in use in another copy, changes what a rater goes on from. */
  private void noteMisfits(StepRow row, int conflictsBefore) {
    if (ledger.conflictCount() == conflictsBefore) {
      return;
    }
    List<Conflict> all = ledger.conflicts();
    if (all.subList(conflictsBefore, all.size()).stream()
        .anyMatch(conflict -> !inOtherWords.contains(conflict.change().key()))) {
      misfits.add(row);
    }
  }

  /** To be called after the last row. */
  List<Finding> findings() {
    if (findings.isEmpty()) {
      for (StepRow row : misfits) {
        if (!chain(row.rater()).isForked()) {
          find(row, "the step does not fit those before it");
        }
      }
    }
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

  private void checkChanges(StepRow row) {
    for (int n = 0; n < row.changes().size(); n++) {
      if (row.changes().get(n).n() != n) {
        find(row, "a change of the step is missing");
        return;
      }
    }
  }

  private void checkChain(StepRow row) {
    switch (chain(row.rater()).take(row)) {
      case WHOLE -> {}
      case CHANGED -> find(row, "the step was changed after it was stored");
      case LOOSE ->
          find(
              row,
              "the step does not follow any of its rater's steps before it: one was removed, added"
                  + " or moved");
    }
  }

  private RaterChain chain(String rater) {
    return chains.computeIfAbsent(rater, r -> new RaterChain());
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
