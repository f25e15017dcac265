package examen.app;

import examen.codebook.Codebook;
import examen.rating.CodebookMove;
import examen.rating.Ledger;
import examen.rating.Migration;
import examen.rating.Restatement;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.store.ChangeLog;
import examen.store.CodebookTable;
import examen.store.ProjectFile;
import examen.store.StoredCodebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Puts what raters said later in the words of an earlier codebook into those of the one in use, as
 * happens where copies of a project are merged of which one already had the newer codebook.
 */
final class Restating {
  private final List<Restatement.Stage> stages;

  private Restating(List<Restatement.Stage> stages) {
    this.stages = stages;
  }

  /**
   * By the versions that were in use here one after another.
   *
   * @throws Refusal if one of them cannot be read
   */
  static Restating in(ProjectFile file, Ledger ledger) {
    List<Restatement.Stage> stages = new ArrayList<>();
    Optional<NewCodebook> after = file.reading(CodebookTable::inUse).map(Restating::read);
    while (after.isPresent()) {
      NewCodebook newer = after.get();
      after = before(file, ledger, newer.codebook());
      after.ifPresent(
          older ->
              stages.add(new Restatement.Stage(older.codebook(), newer.codebook(), newer.rules())));
    }
    Collections.reverse(stages);
    return new Restating(stages);
  }

  /** The version that the latest step which put this one in use says was there before. */
  private static Optional<NewCodebook> before(ProjectFile file, Ledger ledger, Codebook codebook) {
    for (Step step : ledger.ofCodebooks()) {
      Optional<CodebookMove> move = CodebookMove.of(step);
      if (move.isPresent()
          && move.get().to() == codebook.version()
          && move.get().from() < codebook.version()) {
        int from = move.get().from();
        return file.reading(reading -> CodebookTable.get(reading, codebook.id(), from))
            .map(Restating::read);
      }
    }
    return Optional.empty();
  }

  private static NewCodebook read(StoredCodebook stored) {
    return NewCodebook.of(stored.json(), "version " + stored.version() + " of the codebook");
  }

  /**
   * Why this codebook cannot come after those in use so far, in one line; empty if it can: a word
   * that was given up must not come back with another meaning.
   */
  Optional<String> misfit(Codebook fresh) {
    return stages.stream()
        .flatMap(stage -> Migration.meaningTwo(fresh, stage.rules()).stream())
        .findFirst();
  }

  /**
   * What is to be changed in what the steps of this file say.
   *
   * @param ledger all of them
   */
  Migration.Result of(ProjectFile file, Ledger ledger) {
    Restatement restatement = new Restatement(stages);
    ChangeLog.eachInOrder(file, logged -> restatement.take(logged.step()));
    return restatement.differences(ledger.things());
  }

  /**
   * Puts what one rater said into the words of the codebook in use, in a file that holds their
   * steps and none of those which did it in the project.
   */
  void inPackage(ProjectFile made, int version, long known, Stamp stamp) {
    Ledger own = new Ledger();
    ChangeLog.eachInOrder(made, logged -> own.apply(logged.step()));
    Migration.Result result = of(made, own);
    if (!result.changes().isEmpty()) {
      String what = new CodebookMove(version, version).words();
      Step step = new Step(stamp.id(), stamp.at(), stamp.rater(), what, null, result.changes());
      made.inTransaction(writing -> ChangeLog.append(writing, step, known));
    }
  }

  /** Whether nothing can be in words of an earlier version. */
  static boolean isNeedless(ProjectFile file) {
    return !file.reading(ChangeLog::hasOfCodebook);
  }
}
