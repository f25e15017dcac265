package examen.store;

import examen.rating.MergeReason;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The chains of hashes of a file that is merged: what was changed after it was stored, and all that
 * rests on it. Says the same of a step wherever the file is merged.
 */
final class SourceChain {
  private final Set<String> brokenHashes = new HashSet<>();
  private final Set<String> brokenSteps = new HashSet<>();

  /** To be called with each step in the order of the log. */
  Optional<MergeReason> refusal(StepRow row) {
    Optional<MergeReason> reason = judge(row);
    if (reason.isPresent()) {
      brokenHashes.add(row.hash());
      brokenSteps.add(row.id());
    }
    return reason;
  }

  /** A step that is not read: nobody knows whether it is as it was. */
  void passed(String id) {
    brokenSteps.add(id);
  }

  private Optional<MergeReason> judge(StepRow row) {
    if (!row.isAsItWasMade()) {
      return Optional.of(MergeReason.BROKEN_CHAIN);
    }
    String undoes = row.undoes();
    if (brokenHashes.contains(row.prevHash()) || (undoes != null && brokenSteps.contains(undoes))) {
      return Optional.of(MergeReason.RESTS_ON_BROKEN);
    }
    return Optional.empty();
  }
}
