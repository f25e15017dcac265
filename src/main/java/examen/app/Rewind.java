package examen.app;

import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes back or forth in a rater's steps, one by one, until a step is the latest that holds. */
public final class Rewind {
  private final Workbench workbench;
  private final RaterId rater;

  /**
   * How far it went.
   *
   * @param steps the undos and redos that are stored now
   * @param refusal why it went no further; empty if it went all the way
   */
  public record Outcome(List<Step> steps, String refusal) {
    public Outcome {
      steps = List.copyOf(steps);
    }
  }

  public Rewind(Workbench workbench, RaterId rater) {
    this.workbench = workbench;
    this.rater = rater;
  }

  /**
   * Goes to where this step was the latest.
   *
   * @param target null to take all steps back
   */
  public Outcome to(@Nullable StepId target) {
    List<PastStep> history = workbench.history(rater);
    Optional<PastStep> wanted =
        history.stream().filter(past -> past.step().id().equals(target)).findFirst();
    PastStep.State state = wanted.map(PastStep::state).orElse(PastStep.State.DONE);
    if (state == PastStep.State.GONE || (target != null && wanted.isEmpty())) {
      return new Outcome(List.of(), "this step was undone, and something else was done since");
    }
    Command one = state == PastStep.State.DONE ? new Command.Undo() : new Command.Redo();
    return go(one, target, history.size());
  }

  private Outcome go(Command one, @Nullable StepId target, int most) {
    List<Step> steps = new ArrayList<>();
    while (!isAt(target) && steps.size() < most) {
      switch (workbench.act(rater, one)) {
        case Decision.Accepted(Step step) -> steps.add(step);
        case Decision.Refused(String reason) -> {
          return new Outcome(steps, reason);
        }
      }
    }
    return new Outcome(steps, "");
  }

  private boolean isAt(@Nullable StepId target) {
    Optional<StepId> latest = workbench.nextUndo(rater).map(Step::id);
    return target == null ? latest.isEmpty() : latest.filter(target::equals).isPresent();
  }
}
