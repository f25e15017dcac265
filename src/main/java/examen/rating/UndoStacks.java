package examen.rating;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One rater's steps that can be undone and undone steps that can be done again; built from the log
 * alone.
 */
final class UndoStacks {
  private final Deque<StepId> done = new ArrayDeque<>();
  private final Deque<StepId> undone = new ArrayDeque<>();

  /** Steps must come in the order of the log. */
  void push(Step step) {
    StepId target = step.undoes();
    if (target == null) {
      done.push(step.id());
      undone.clear();
    } else if (target.equals(undone.peek())) {
      // Looked at first: a search of all that was ever done would make a long log slow to read.
      undone.pop();
      done.push(step.id());
    } else if (done.remove(target)) {
      undone.push(step.id());
    } else if (undone.remove(target)) {
      done.push(step.id());
    }
  }

  /**
   * What can be undone and done again; what is in neither is gone.
   *
   * @param origin the step that was first done, for a step that undoes or redoes it
   */
  Map<StepId, PastStep.State> states(UnaryOperator<StepId> origin) {
    Map<StepId, PastStep.State> states = new HashMap<>();
    done.forEach(id -> states.put(origin.apply(id), PastStep.State.DONE));
    undone.forEach(id -> states.put(origin.apply(id), PastStep.State.UNDONE));
    return states;
  }

  Optional<StepId> lastDone() {
    return Optional.ofNullable(done.peek());
  }

  Optional<StepId> lastUndone() {
    return Optional.ofNullable(undone.peek());
  }
}
