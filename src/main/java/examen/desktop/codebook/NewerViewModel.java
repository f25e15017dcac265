package examen.desktop.codebook;

import examen.app.CodebookPreview;
import examen.app.NewCodebook;
import examen.app.NewerCodebook;
import examen.app.Refusal;
import examen.codebook.Codebook;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Puts a newer codebook in use, once it was shown what that changes; and takes it back. */
public final class NewerViewModel {
  /** How far one has got. */
  public sealed interface State {
    /** It is being looked at, or done. */
    record Busy() implements State {}

    /**
     * A codebook may be chosen.
     *
     * @param refusal why none can be; empty if one can
     * @param bundled the newer one that comes with the program; null if there is none
     * @param own whether the one in use was put there by this rater, who can take it back
     */
    record Choosing(Codebook now, String refusal, @Nullable NewCodebook bundled, boolean own)
        implements State {}

    /** What it would change. */
    record Shown(CodebookPreview preview) implements State {}
  }

  /**
   * What is done elsewhere.
   *
   * @param reopen opens the project again, with its other codebook
   * @param unsaved whether rules were changed here that are not saved
   */
  public record Means(
      FxWork work,
      Supplier<NewerCodebook> codebook,
      Codebook now,
      Runnable reopen,
      BooleanSupplier unsaved) {}

  /** What came of work: something, or why nothing did. */
  private record Answer<T>(@Nullable T value, String refusal) {}

  private final Means means;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Busy());
  private @Nullable NewCodebook fresh;

  public NewerViewModel(Means means) {
    this.means = means;
  }

  public BooleanProperty openProperty() {
    return open;
  }

  /** What went wrong, in one line; empty where nothing did. */
  public StringProperty problemProperty() {
    return problem;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /** Whether rules were changed that are not saved: first they are to be saved or given up. */
  public boolean isHeldUp() {
    return means.unsaved().getAsBoolean();
  }

  /** Which codebook is in use, in words. */
  String now(Texts texts) {
    Codebook now = means.now();
    return texts.get("newer.now", now.name(), Texts.number(now.version()));
  }

  /** Opens the sheet. */
  public void open() {
    problem.set("");
    choose();
  }

  /** Back to where a codebook may be chosen. */
  public void choose() {
    fresh = null;
    ask(
        () -> {
          NewerCodebook codebook = means.codebook().get();
          return new State.Choosing(
              means.now(),
              codebook.refusal().orElse(""),
              codebook.bundled().orElse(null),
              codebook.ownLatest().isPresent());
        },
        now -> {
          state.set(now);
          open.set(true);
        });
  }

  public void close() {
    if (!(state.get() instanceof State.Busy)) {
      open.set(false);
    }
  }

  /** Shows what the codebook in this file would change. */
  public void look(Path file) {
    look(() -> NewCodebook.read(file));
  }

  /** Shows what this codebook would change. */
  public void look(NewCodebook other) {
    look(() -> other);
  }

  private void look(Supplier<NewCodebook> reading) {
    record Looked(NewCodebook fresh, CodebookPreview preview) {}
    ask(
        () -> {
          NewCodebook read = reading.get();
          return new Looked(read, means.codebook().get().preview(read));
        },
        looked -> {
          fresh = looked.fresh();
          state.set(new State.Shown(looked.preview()));
        });
  }

  /** Puts in use what is shown. */
  public void put() {
    NewCodebook shown = fresh;
    if (shown != null) {
      ask(() -> means.codebook().get().put(shown), done -> changed());
    }
  }

  /** Takes back the codebook that this rater put in use. */
  public void takeBack() {
    ask(() -> means.codebook().get().takeBack(), done -> changed());
  }

  private void changed() {
    open.set(false);
    means.reopen().run();
  }

  private <T> void ask(Supplier<T> work, Consumer<T> then) {
    State before = state.get();
    problem.set("");
    state.set(new State.Busy());
    means
        .work()
        .job(
            job -> answer(work),
            answer -> {
              if (answer.value() == null) {
                problem.set(answer.refusal());
                state.set(before);
              } else {
                then.accept(answer.value());
              }
            },
            () -> state.set(before));
  }

  private static <T> Answer<T> answer(Supplier<T> work) {
    try {
      return new Answer<>(work.get(), "");
    } catch (Refusal refusal) {
      return new Answer<>(null, refusal.why());
    }
  }
}
