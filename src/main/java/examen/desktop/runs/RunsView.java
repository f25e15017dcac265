package examen.desktop.runs;

import examen.app.ClassifyReport;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Classifier runs, over the window; nothing while it is closed. Close it with the window. */
public final class RunsView extends StackPane implements AutoCloseable {
  private static final double WIDE = 920;
  private static final double HIGH = 720;

  private final RunsViewModel model;
  private final RunDialogs dialogs;
  private final Texts texts;
  private final StackPane body = new StackPane();
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable Pane pane;

  public RunsView(RunsViewModel model, RunDialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox all = new VBox(problem(), body);
    Sheet sheet = new Sheet(texts.get("runs.title"), all, model::close, texts).within(WIDE, HIGH);
    getChildren().add(sheet);
    // Lists take the key for themselves.
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.watch(model.stepProperty(), this::show);
  }

  @Override
  public void close() {
    subscriptions.close();
    putAway();
  }

  private Label problem() {
    Label problem = Parts.wrapped("", "run-problem");
    problem.setMaxWidth(Double.MAX_VALUE);
    subscriptions.watch(
        model.problemProperty(),
        words -> {
          problem.setText(Parts.sentence(words));
          Parts.show(problem, !words.isEmpty());
        });
    return problem;
  }

  private void show(Step step) {
    putAway();
    setVisible(step != Step.CLOSED);
    setManaged(step != Step.CLOSED);
    Pane next = pane(step);
    pane = next;
    if (next != null) {
      body.getChildren().setAll(next);
      next.applyCss(); // What stands in a pane that scrolls is not there before.
      next.first().requestFocus();
    }
  }

  private @Nullable Pane pane(Step step) {
    return switch (step) {
      case CLOSED -> null;
      case BUSY -> new BusyPane(model, texts);
      case LISTED -> new ListPane(model, dialogs, texts);
      case LOOKED -> new LookPane(model, texts);
      case MAPPING -> {
        MappingViewModel mapping = model.mapping();
        yield mapping == null ? null : new MappingPane(model, mapping, texts);
      }
      case KEPT -> {
        ClassifyReport report = model.report();
        yield report == null ? null : new KeptPane(model, report, texts);
      }
    };
  }

  private void putAway() {
    if (pane != null) {
      pane.close();
      pane = null;
    }
    body.getChildren().clear();
  }

  /** Escape goes back to the list, and from there away. */
  private void pressed(KeyEvent event) {
    boolean ofList = event.getTarget() instanceof ComboBoxBase<?> list && list.isShowing();
    if (event.getCode() != KeyCode.ESCAPE || ofList) {
      return;
    }
    event.consume();
    switch (model.stepProperty().get()) {
      case LOOKED, MAPPING -> model.back();
      case BUSY, LISTED, KEPT -> model.close();
      case CLOSED -> {}
    }
  }
}
