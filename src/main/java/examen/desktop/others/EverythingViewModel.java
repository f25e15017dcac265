package examen.desktop.others;

import examen.app.FullReveal;
import examen.desktop.fx.FxWork;
import examen.rating.Decision;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Has everything shown that classifiers and others say of all transcripts, to one who was told what
 * that costs and said so.
 */
public final class EverythingViewModel {
  /** How far one has got with asking. */
  public sealed interface State {
    /** It is found out, or recorded. */
    record Busy(boolean recording) implements State {}

    /** It may not be shown. */
    record Refused(String why) implements State {}

    /** It would be recorded that it is shown. */
    record Asks(FullReveal.Cost cost) implements State {}
  }

  /**
   * What is done elsewhere.
   *
   * @param shown shows what may be shown from now on
   */
  public record Means(FxWork work, FullReveal reveal, Runnable shown) {}

  private final Means means;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Busy(false));

  public EverythingViewModel(Means means) {
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

  /** Opens the sheet that says what it costs. */
  public void open() {
    if (open.get()) {
      return;
    }
    problem.set("");
    state.set(new State.Busy(false));
    open.set(true);
    var _ = means.work().job(job -> now(), state::set, () -> open.set(false));
  }

  private State now() {
    Optional<String> refusal = means.reveal().refusal();
    return refusal
        .<State>map(State.Refused::new)
        .orElseGet(() -> new State.Asks(means.reveal().cost()));
  }

  /** Has it recorded, and then shown. */
  public void show() {
    if (!(state.get() instanceof State.Asks before) || before.cost().transcripts() == 0) {
      return;
    }
    problem.set("");
    state.set(new State.Busy(true));
    var _ = means.work().job(job -> means.reveal().make(), this::decided, () -> state.set(before));
  }

  private void decided(Decision decision) {
    switch (decision) {
      case Decision.Accepted _ -> {
        open.set(false);
        means.shown().run();
      }
      case Decision.Refused(String reason) -> state.set(new State.Refused(reason));
    }
  }

  /** Puts the sheet away, unless it is being recorded. */
  public void close() {
    if (!(state.get() instanceof State.Busy(boolean recording)) || !recording) {
      open.set(false);
    }
  }
}
