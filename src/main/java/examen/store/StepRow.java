package examen.store;

import examen.rating.Change;
import examen.rating.Step;
import examen.rating.StepId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step as it stands in the file.
 *
 * @param seq the order in which it came into this file; 0 while it is not there
 * @param clock 1 + the greatest clock of the file in which it was made; with the id, its place in
 *     the log
 * @param prevHash hash of a step that the same rater made before; empty at a first one
 * @param hash of this step and {@code prevHash}, as {@link #computedHash} makes it
 */
record StepRow(
    long seq,
    String id,
    long clock,
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

  static StepRow of(Step step, long clock, String prevHash) {
    List<ChangeRow> changes = new ArrayList<>();
    for (int n = 0; n < step.changes().size(); n++) {
      changes.add(ChangeRow.of(n, step.changes().get(n)));
    }
    StepId undoes = step.undoes();
    StepRow unhashed =
        new StepRow(
            0,
            step.id().toString(),
            clock,
            StoredTime.text(step.at()),
            step.rater().value(),
            step.what(),
            undoes == null ? null : undoes.toString(),
            prevHash,
            "",
            changes);
    return unhashed.with(clock, prevHash, unhashed.computedHash());
  }

  /**
   * @throws StoreException if no step stands here
   */
  Step step() {
    return step(new KnownIds());
  }

  LoggedStep logged() {
    return logged(new KnownIds());
  }

  /** The same, where many are read. */
  LoggedStep logged(KnownIds ids) {
    return new LoggedStep(seq, clock, step(ids));
  }

  private Step step(KnownIds ids) {
    List<Change> made = new ArrayList<>(changes.size());
    for (ChangeRow change : changes) {
      made.add(change.change(ids));
    }
    return Stored.value(
        () ->
            new Step(
                StepId.of(id),
                StoredTime.of(at),
                ids.rater(rater),
                ids.word(what),
                undoes == null ? null : StepId.of(undoes),
                made));
  }

  /**
   * The hash over all that this step says, and over the hash before it. When it arrived is left
   * out: in another file, with the steps of other raters between, a rater's chain is the same.
   */
  String computedHash() {
    return hashAfter(new HashInput("examen step 2").add(Long.toString(clock)));
  }

  /** Whether the step is as it was when its hash was made. */
  boolean isAsItWasMade() {
    return hash.equals(computedHash()) || hash.equals(hashOfVersion4());
  }

  /** Whether both say the same at the same place of the log, whenever they arrived. */
  boolean isTheSameAs(StepRow other) {
    return withSeq(0).equals(other.withSeq(0));
  }

  /** Whether both say the same, wherever they stand. */
  boolean saysTheSameAs(StepRow other) {
    return with(0, "", "").equals(other.with(0, "", ""));
  }

  StepRow withSeq(long newSeq) {
    return new StepRow(newSeq, id, clock, at, rater, what, undoes, prevHash, hash, changes);
  }

  StepRow withChanges(List<ChangeRow> all) {
    return new StepRow(seq, id, clock, at, rater, what, undoes, prevHash, hash, all);
  }

  /** Before version 5 steps had no clock; then they were given their place in the file as one. */
  private String hashOfVersion4() {
    return hashAfter(new HashInput("examen step 1"));
  }

  private String hashAfter(HashInput input) {
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

  private StepRow with(long newClock, String newPrevHash, String newHash) {
    return new StepRow(0, id, newClock, at, rater, what, undoes, newPrevHash, newHash, changes);
  }
}
