package examen.app;

import examen.codebook.Codebook;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Blinding;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightRef;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.rating.StepId;
import examen.store.ProjectFile;
import examen.transcript.TranscriptId;
import java.util.Optional;
import java.util.Set;

/** Has a rater's command done: held against all rules, made a step, and stored. */
final class CommandRun {
  /** How often a step is made anew because another program stored one first. */
  private static final int MOST_TRIES = 50;

  private static final String NOT_THEIRS = "this transcript is not given to you to read";
  private static final String OTHER_CODEBOOK =
      "the project has another codebook now: close it and open it again";

  private final Workbench workbench;
  private final ProjectFile file;
  private final Codebook codebook;
  private final StoredLedger stored;
  private final ReadingList list;

  /**
   * @param workbench is held while this is used
   * @param codebook the one by which the rater works
   * @param list what they may work on
   */
  CommandRun(Workbench workbench, ProjectFile file, Codebook codebook, ReadingList list) {
    this.workbench = workbench;
    this.file = file;
    this.codebook = codebook;
    this.stored = workbench.stored();
    this.list = list;
  }

  Decision of(RaterId rater, Command command) {
    Optional<String> readOnly = workbench.readOnly();
    if (readOnly.isPresent()) {
      return new Decision.Refused("opened to be read only, as " + readOnly.get());
    }
    workbench.refresh();
    Optional<String> misfit = misfit(rater, command);
    if (misfit.isPresent()) {
      return new Decision.Refused(misfit.get());
    }
    Stamp stamp =
        new Stamp(new StepId(workbench.surroundings().ids().next()), workbench.now(), rater);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Decision decision = decide(command, stamp);
      if (!(decision instanceof Decision.Accepted(Step step))) {
        return decision;
      }
      if (stored.store(step)) {
        return new Decision.Accepted(Blinding.ofOwn(step));
      }
      workbench.refresh();
    }
    return new Decision.Refused("another program keeps changing this project; try again");
  }

  private Optional<String> misfit(RaterId rater, Command command) {
    if (!workbench.isCodebookInUse()) {
      return Optional.of(OTHER_CODEBOOK);
    }
    CommandCheck check =
        new CommandCheck(
            codebook, workbench::transcript, id -> known(id, rater), id -> own(id, rater));
    return workbench
        .raters()
        .refusal(rater)
        .or(
            () ->
                command instanceof Command.ShowAll show
                    ? new FullReveal(workbench, rater).refusal(show)
                    : check.misfit(command));
  }

  private Decision decide(Command command, Stamp stamp) {
    Decision decision = stored.ledger().decide(command, stamp);
    if (decision instanceof Decision.Accepted(Step step) && !isOnList(step)) {
      return new Decision.Refused(NOT_THEIRS);
    }
    return command instanceof Command.ShowAll
        ? decision
        : workbench.reveals().held(new SubmitCheck(stored.ledger(), codebook).held(decision));
  }

  /** To undo and to do again is of what they did. */
  private boolean isOnList(Step step) {
    return step.undoes() != null
        || step.changes().stream()
            .map(change -> change.thing().transcript())
            .distinct()
            .allMatch(id -> Blinding.mayRead(stored.ledger(), step.rater(), id, list));
  }

  private Optional<Annotation> own(AnnotationId id, RaterId rater) {
    return stored.ledger().annotation(id).filter(annotation -> annotation.rater().equals(rater));
  }

  private Set<HighlightRef> known(TranscriptId id, RaterId rater) {
    return new ImportedQuery(file, workbench.sight(id, rater)).refs(id);
  }
}
