package examen.app;

import examen.codebook.Codebook;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.Migration;
import examen.rating.RaterId;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.rating.StepId;
import examen.store.CodebookTable;
import examen.store.ProjectFile;
import examen.store.StoredCodebook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a newer codebook in use, and changes what was said under the old one by its rules: all as
 * one step of who does it, which they can take back as one. What raters made stays theirs.
 */
public final class CodebookChange {
  private static final String TRY_AGAIN = "another program keeps changing this project; try again";

  private final Workbench workbench;
  private final ProjectFile file;
  private final Surroundings surroundings;
  private final StoredLedger stored;
  private final ReadAgain again;

  CodebookChange(
      Workbench workbench, ProjectFile file, Surroundings surroundings, StoredLedger stored) {
    this.workbench = workbench;
    this.file = file;
    this.surroundings = surroundings;
    this.stored = stored;
    this.again = new ReadAgain(file);
  }

  /**
   * What it would change; nothing is written.
   *
   * @throws Refusal if this codebook cannot take the place of the project's
   */
  public Migration.Result preview(NewCodebook fresh) {
    synchronized (workbench) {
      workbench.refresh();
      return migrated(fresh, Codebooks.inUse(file));
    }
  }

  /**
   * Puts it in use. Who has the project open must open it again.
   *
   * @param by whose step it is
   * @throws Refusal if it cannot be, or would leave something without a tag, question or answer;
   *     then nothing is changed
   */
  public Migration.Result put(NewCodebook fresh, RaterId by) {
    return put(
        fresh,
        by,
        missing ->
            "nothing was changed: no migration rule says what becomes of "
                + String.join(", ", missing));
  }

  /**
   * The same for one who may not know what others said.
   *
   * @param refusal what they are told where something that somebody said would be left over
   */
  Migration.Result put(NewCodebook fresh, RaterId by, Function<List<String>, String> refusal) {
    synchronized (workbench) {
      workbench.refresh();
      Codebook before = Codebooks.inUse(file);
      Migration.Result result = migrated(fresh, before);
      if (!result.missing().isEmpty()) {
        throw new Refusal(refusal.apply(result.missing()));
      }
      Codebook after = fresh.codebook();
      String what = Step.OF_CODEBOOK + before.version() + " -> " + after.version();
      Stamp stamp = stamp(by);
      Step step = new Step(stamp.id(), stamp.at(), by, what, null, result.changes());
      boolean done =
          stored.store(
              step,
              writing -> {
                CodebookTable.insert(
                    writing, new StoredCodebook(after.id(), after.version(), fresh.json()));
                CodebookTable.use(writing, after.id(), after.version());
                again.put(writing, after.version(), stamp.at(), result.again());
              });
      if (!done) {
        throw new Refusal(TRY_AGAIN);
      }
      return result;
    }
  }

  /**
   * Takes the latest of these steps back: what it changed, and the codebook.
   *
   * @throws Refusal if there is none, it is somebody else's, or something was changed since
   */
  public Codebook takeBack(RaterId by) {
    synchronized (workbench) {
      workbench.refresh();
      Ledger ledger = stored.ledger();
      Step last =
          ledger
              .lastOfCodebook()
              .filter(step -> step.rater().equals(by))
              .orElseThrow(() -> new Refusal("there is no newer codebook of yours to take back"));
      Codebook now = Codebooks.inUse(file);
      StoredCodebook earlier =
          earlier(last, now).orElseThrow(() -> new Refusal("the project has no earlier codebook"));
      return switch (ledger.takingBack(last, stamp(by))) {
        case Decision.Refused(String reason) -> throw new Refusal(reason);
        case Decision.Accepted(Step step) -> takenBack(step, now, earlier);
      };
    }
  }

  private Codebook takenBack(Step step, Codebook now, StoredCodebook earlier) {
    boolean done =
        stored.store(
            step,
            writing -> {
              CodebookTable.use(writing, earlier.id(), earlier.version());
              again.forget(writing, now.version());
            });
    if (!done) {
      throw new Refusal(TRY_AGAIN);
    }
    return Codebooks.inUse(file);
  }

  /** The version that the step's name says was there before it. */
  private Optional<StoredCodebook> earlier(Step step, Codebook now) {
    String versions = step.what().substring(Step.OF_CODEBOOK.length());
    String[] parts = versions.split(" -> ", -1);
    if (parts.length != 2 || !parts[1].equals(Integer.toString(now.version()))) {
      return Optional.empty();
    }
    return file.reading(CodebookTable::all).stream()
        .filter(book -> book.id().equals(now.id()))
        .filter(book -> Integer.toString(book.version()).equals(parts[0]))
        .findFirst();
  }

  private Migration.Result migrated(NewCodebook fresh, Codebook before) {
    Migration.misfit(before, fresh.codebook(), fresh.rules())
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    return Migration.of(before, fresh.codebook(), fresh.rules(), stored.ledger().things());
  }

  private Stamp stamp(RaterId by) {
    Instant now = surroundings.clock().instant();
    return new Stamp(new StepId(surroundings.ids().next()), now, by);
  }
}
