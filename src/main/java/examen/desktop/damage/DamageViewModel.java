package examen.desktop.damage;

import examen.app.DamagedProject;
import examen.app.DamagedProject.Good;
import examen.app.Progress;
import examen.app.Refusal;
import examen.app.RescueJob;
import examen.app.RestoreJob;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A damaged project: what can be done about it, looked at first and then done. */
public final class DamageViewModel {
  /** How far one has got. */
  public sealed interface State {
    /** What can be done is looked for, or it is done. */
    record Busy(Doing doing) implements State {}

    /**
     * What to do may be chosen.
     *
     * @param good the backup that one can go back to; null if there is none
     */
    record Choosing(@Nullable Good good) implements State {}

    /**
     * What going back would change.
     *
     * @param preview null where the project cannot be compared at all
     */
    record Compared(Good good, RestoreJob.@Nullable Preview preview) implements State {}

    /**
     * The backup is in the project's place.
     *
     * @param kept where the damaged file is now; null if it was gone
     */
    record Restored(@Nullable Path kept) implements State {}

    /** There is a new project with what could be read. */
    record Rescued(Path file, RescueJob.Report report) implements State {}
  }

  /** What is going on. */
  public enum Doing {
    LOOKING("looking"),
    COMPARING("comparing"),
    RESTORING("restoring"),
    RESCUING("rescuing");

    private final String wire;

    Doing(String wire) {
      this.wire = wire;
    }

    /** The name in the keys of texts. */
    public String wire() {
      return wire;
    }
  }

  /**
   * What is done elsewhere.
   *
   * @param open opens a project
   * @param leave goes back to the first page
   */
  public record Means(FxWork work, Consumer<Path> open, Runnable leave) {}

  /** What came of work: something, or why nothing did. */
  private record Answer<T>(@Nullable T value, String refusal) {}

  private final DamagedProject project;
  private final Means means;
  private final ObjectProperty<State> state =
      new SimpleObjectProperty<>(new State.Busy(Doing.LOOKING));
  private final StringProperty problem = new SimpleStringProperty("");
  private @Nullable Job job;

  public DamageViewModel(DamagedProject project, Means means) {
    this.project = project;
    this.means = means;
  }

  public Path file() {
    return project.file();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /** What went wrong, in one line; empty where nothing did. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** Looks for what can be done; to be called once. */
  public void look() {
    ask(Doing.LOOKING, job -> project.newestGood(), good -> choose(good.orElse(null)));
  }

  private void choose(@Nullable Good good) {
    state.set(new State.Choosing(good));
  }

  /** Compares the backup with what is left of the project. */
  public void compare(Good good) {
    ask(
        Doing.COMPARING,
        job -> project.restoring(good).preview(),
        preview -> state.set(new State.Compared(good, preview.orElse(null))));
  }

  /** Puts the backup in the project's place; what is there is kept beside it. */
  public void restore(Good good) {
    ask(
        Doing.RESTORING,
        job -> project.restoring(good).run(progress(job)),
        kept -> state.set(new State.Restored(kept.orElse(null))));
  }

  /** Takes what can be read into a new file. */
  public void rescue(Path to) {
    ask(
        Doing.RESCUING,
        job -> project.rescue(to, progress(job)),
        report -> state.set(new State.Rescued(to, report)));
  }

  /** Asks what is going on to stop. */
  public void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  public void open(Path file) {
    means.open().accept(file);
  }

  public void leave() {
    stop();
    means.leave().run();
  }

  private static Progress progress(Job job) {
    return (done, total, what) -> !job.cancelled();
  }

  private <T> void ask(Doing doing, Function<Job, T> work, Consumer<T> then) {
    State before = state.get();
    problem.set("");
    state.set(new State.Busy(doing));
    job =
        means
            .work()
            .job(
                under -> answer(under, work),
                answer -> {
                  job = null;
                  if (answer.value() == null) {
                    problem.set(answer.refusal());
                    state.set(before);
                  } else {
                    then.accept(answer.value());
                  }
                },
                () -> state.set(before instanceof State.Busy ? new State.Choosing(null) : before));
  }

  private static <T> Answer<T> answer(Job job, Function<Job, T> work) {
    try {
      return new Answer<>(work.apply(job), "");
    } catch (Refusal refusal) {
      return new Answer<>(null, refusal.why());
    }
  }
}
