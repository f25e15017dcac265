package examen.desktop.shell;

import examen.app.Rewind;
import examen.app.Workbench;
import examen.desktop.fx.FxWork;
import examen.rating.Decision;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rater's steps, and going back in them. */
final class Past {
  private final Workbench workbench;
  private final RaterId rater;
  private final FxWork work;
  private final Means means;

  /** Written and read by commands alone, which come one after the other. */
  private String refusal = "";

  /**
   * What is done elsewhere.
   *
   * @param perform does something that stores steps, and shows what came of it
   * @param refresh reads the queue anew
   */
  record Means(Consumer<Supplier<Decision>> perform, Runnable refresh, Consumer<String> problem) {}

  Past(Workbench workbench, RaterId rater, FxWork work, Means means) {
    this.workbench = workbench;
    this.rater = rater;
    this.work = work;
    this.means = means;
  }

  /** The steps, the latest first; not to be asked on the screen's thread. */
  List<PastStep> steps() {
    return workbench.history(rater);
  }

  /**
   * Goes back or forth to where this step was the latest, as far as that can be done.
   *
   * @param target null for before the first
   */
  void goTo(@Nullable StepId target) {
    means.perform().accept(() -> went(new Rewind(workbench, rater).to(target)));
    work.command(
        () -> refusal,
        why -> {
          means.refresh().run();
          means.problem().accept(why);
        });
  }

  private Decision went(Rewind.Outcome outcome) {
    refusal = outcome.refusal();
    List<Step> steps = outcome.steps();
    return steps.isEmpty() ? new Decision.Refused(refusal) : new Decision.Accepted(steps.getLast());
  }
}
