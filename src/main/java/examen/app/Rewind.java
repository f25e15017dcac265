package examen.app;

import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes back or forth in a rater's steps, one by one, until a step is the latest that holds. */
public final class Rewind {
  private static final String GONE = "this step was undone, and something else was done since";

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
    int at = target == null ? history.size() : indexOf(target, history);
    PastStep.State state = at == history.size() ? PastStep.State.DONE : history.get(at).state();
    return switch (state) {
      case DONE, FOR_GOOD ->
          go(new Command.Undo(), count(history.subList(0, at), PastStep.State.DONE));
      case UNDONE ->
          go(new Command.Redo(), count(history.subList(at, history.size()), PastStep.State.UNDONE));
      case GONE -> new Outcome(List.of(), GONE);
    };
  }

  private static int indexOf(StepId target, List<PastStep> history) {
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).step().id().equals(target)) {
        return i;
      }
    }
    throw new Refusal("there is no such step of this rater");
  }

  private static int count(List<PastStep> steps, PastStep.State state) {
    return (int) steps.stream().filter(past -> past.state() == state).count();
  }

  private Outcome go(Command one, int times) {
    List<Step> steps = new ArrayList<>();
    while (steps.size() < times) {
      switch (workbench.act(rater, one)) {
        case Decision.Accepted(Step step) -> steps.add(step);
        case Decision.Refused(String reason) -> {
          return new Outcome(steps, reason);
        }
      }
    }
    return new Outcome(steps, "");
  }
}
