package examen.desktop.shell;

import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Step;
import examen.transcript.TranscriptId;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has what the rater does stored, and shows what then holds. */
final class Acting {
  private final Session session;
  private final Desk desk;
  private final ShellViewModel shell;
  private final Supplier<LocalTime> clock;
  private final Runnable changed;

  /**
   * @param clock the time of day, for "saved"
   * @param changed told after each step that was stored
   */
  Acting(
      Session session,
      Desk desk,
      ShellViewModel shell,
      Supplier<LocalTime> clock,
      Runnable changed) {
    this.session = session;
    this.desk = desk;
    this.shell = shell;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * @param command asked on the thread that stores
   */
  void act(Supplier<Command> command) {
    act(command, decision -> {});
  }

  /**
   * @param then told what came of it, once that is shown
   */
  void act(Supplier<Command> command, Consumer<Decision> then) {
    perform(() -> session.workbench().act(session.rater(), command.get()), then);
  }

  void perform(Supplier<Decision> decision, Consumer<Decision> then) {
    session
        .work()
        .command(
            () -> done(decision.get()),
            outcome -> {
              acted(outcome);
              then.accept(outcome.decision());
            });
  }

  /**
   * What a step came to, read on the thread that stored it.
   *
   * @param ratings what holds now of the transcript it concerned; null if it concerned none
   * @param undo what an undo would take back; empty where there is nothing
   */
  private record Outcome(Decision decision, @Nullable Ratings ratings, String undo) {}

  private Outcome done(Decision decision) {
    Optional<TranscriptId> where =
        decision instanceof Decision.Accepted(Step step)
            ? Steps.transcript(step)
            : Optional.empty();
    Ratings ratings =
        where.map(id -> Ratings.of(id, session.workbench(), session.rater())).orElse(null);
    return new Outcome(decision, ratings, Opened.undoable(session.workbench(), session.rater()));
  }

  private void acted(Outcome outcome) {
    switch (outcome.decision()) {
      case Decision.Accepted(Step step) -> {
        changed.run();
        shell.problemProperty().set("");
        shell.undoProperty().set(outcome.undo());
        if (outcome.ratings() != null) {
          desk.show(outcome.ratings(), Steps.isTakenBack(step));
        }
        Steps.annotated(step).ifPresent(desk::choose);
        shell.savedProperty().set(clock.get());
      }
      case Decision.Refused(String reason) -> shell.problemProperty().set(reason);
    }
  }
}
