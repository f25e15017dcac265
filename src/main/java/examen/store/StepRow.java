package examen.store;

import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step as it stands in the file.
 *
 * @param seq its place in this file; 0 while it has none
 * @param prevHash hash of the same rater's step before this one in the file; empty at the rater's
 *     first
 * @param hash of this step and {@code prevHash}, as {@link #computedHash} makes it
 */
record StepRow(
    long seq,
    String id,
    String at,
    String rater,
    String what,
    @Nullable String undoes,
    String prevHash,
    String hash,
    List<ChangeRow> changes) {
  StepRow {
    changes = List.copyOf(changes);
  }

  static StepRow of(Step step, String prevHash) {
    List<ChangeRow> changes = new ArrayList<>();
    for (int n = 0; n < step.changes().size(); n++) {
      changes.add(ChangeRow.of(n, step.changes().get(n)));
    }
    StepId undoes = step.undoes();
    StepRow unhashed =
        new StepRow(
            0,
            step.id().toString(),
            StoredTime.text(step.at()),
            step.rater().value(),
            step.what(),
            undoes == null ? null : undoes.toString(),
            prevHash,
            "",
            changes);
    return unhashed.withHash(unhashed.computedHash());
  }

  /**
   * @throws StoreException if no step stands here
   */
  Step step() {
    return Stored.value(
        () ->
            new Step(
                StepId.of(id),
                StoredTime.of(at),
                new RaterId(rater),
                what,
                undoes == null ? null : StepId.of(undoes),
                changes.stream().map(ChangeRow::change).toList()));
  }

  LoggedStep logged() {
    return new LoggedStep(seq, step());
  }

  /**
   * The hash over all that this step says, and over the hash before it. Its place in the file is
   * left out: in another file, with the steps of other raters between, a rater's chain is the same.
   */
  String computedHash() {
    HashInput input = new HashInput("examen step 1");
    input.add(id).add(at).add(rater).add(what).add(undoes).add(Integer.toString(changes.size()));
    for (ChangeRow change : changes) {
      input
          .add(Long.toString(change.n()))
          .add(change.key())
          .add(change.kind())
          .add(change.subject());
      input.add(change.before()).add(change.after());
    }
    return input.add(prevHash).sha256();
  }

  /** Whether both say the same, wherever they stand. */
  boolean saysTheSameAs(StepRow other) {
    return with(0, "", "").equals(other.with(0, "", ""));
  }

  private StepRow withHash(String other) {
    return with(seq, prevHash, other);
  }

  private StepRow with(long newSeq, String newPrevHash, String newHash) {
    return new StepRow(newSeq, id, at, rater, what, undoes, newPrevHash, newHash, changes);
  }
}
