package examen.app;

import examen.codebook.Codebook;
import examen.rating.CodebookMove;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
      String what = new CodebookMove(before.version(), after.version()).words();
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
   * What is still in the words of an earlier version, or was written over when the newer one came,
   * because it was said in another copy: what {@link #putAgain} would change. Nothing is written.
   */
  public Migration.Result previewAgain() {
    synchronized (workbench) {
      workbench.refresh();
      return again();
    }
  }

  /**
   * Puts that into the words of the codebook in use, as one step.
   *
   * @param by whose step it is
   */
  public Migration.Result putAgain(RaterId by) {
    synchronized (workbench) {
      workbench.refresh();
      Migration.Result result = again();
      if (result.changes().isEmpty()) {
        return result;
      }
      int version = Codebooks.inUse(file).version();
      Stamp stamp = stamp(by);
      String what = new CodebookMove(version, version).words();
      Step step = new Step(stamp.id(), stamp.at(), by, what, null, result.changes());
      if (!stored.store(step, writing -> again.putLater(writing, version, stamp, result.again()))) {
        throw new Refusal(TRY_AGAIN);
      }
      return result;
    }
  }

  private Migration.Result again() {
    if (Restating.isNeedless(file)) {
      return new Migration.Result(List.of(), Map.of(), List.of(), new TreeMap<>());
    }
    Ledger ledger = stored.ledger();
    return again.withoutKnown(Restating.in(file, ledger).of(file, ledger));
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
      Optional<Step> latest = ledger.ofCodebooks().stream().findFirst();
      if (latest.flatMap(CodebookMove::of).filter(CodebookMove::isAgain).isPresent()) {
        throw new Refusal("not taken back: more was put into the words of this codebook since");
      }
      Step last =
          latest
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
    return CodebookMove.of(step)
        .filter(move -> move.to() == now.version())
        .flatMap(
            move -> file.reading(reading -> CodebookTable.get(reading, now.id(), move.from())));
  }

  private Migration.Result migrated(NewCodebook fresh, Codebook before) {
    Ledger ledger = stored.ledger();
    Restating restating = Restating.in(file, ledger);
    Migration.misfit(before, fresh.codebook(), fresh.rules())
        .or(() -> restating.misfit(fresh.codebook()))
        .or(() -> behind(restating, ledger))
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    return Migration.of(before, fresh.codebook(), fresh.rules(), ledger.things());
  }

  private Optional<String> behind(Restating restating, Ledger ledger) {
    return Restating.isNeedless(file) || restating.of(file, ledger).changes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "something is still in the words of an earlier version: examen codebook --again first");
  }

  private Stamp stamp(RaterId by) {
    Instant now = surroundings.clock().instant();
    return new Stamp(new StepId(surroundings.ids().next()), now, by);
  }
}
