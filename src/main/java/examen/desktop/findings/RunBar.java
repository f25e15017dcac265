package examen.desktop.findings;

import examen.desktop.fx.Job;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Has the analysis made; shows how far it is, and stops it. */
final class RunBar extends VBox {
  private final Texts texts;
  private final Button make;
  private final Button stop;
  private final ProgressBar bar = new ProgressBar();
  private final Label said = new Label();
  private final FindingsViewModel model;
  private Subscriptions job = new Subscriptions();

  RunBar(FindingsViewModel model, Runnable run, Texts texts, Subscriptions subscriptions) {
    super(7);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("findings-run");
    make = button("findings.make", run);
    make.getStyleClass().add("accent");
    stop = button("findings.stop", model::cancel);
    bar.getStyleClass().add("import-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("findings.progress"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    said.getStyleClass().add("findings-hint");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.SOMETIMES);
    HBox line = new HBox(10, make, stop, bar, gap);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, said);
    subscriptions.watch(model.runningProperty(), this::follow);
    subscriptions.watch(model.stoppedProperty(), stopped -> tell());
    subscriptions.watch(model.leftProperty(), left -> tell());
    subscriptions.watch(model.stateProperty(), state -> tell());
    subscriptions.add(() -> job.close());
  }

  private Button button(String key, Runnable run) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().add("rule-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get(key + ".tip")));
    button.setOnAction(event -> run.run());
    return button;
  }

  private void follow(@Nullable Job running) {
    job.close();
    job = new Subscriptions();
    boolean runs = running != null;
    boolean hadFocus = stop.isFocused();
    show(stop, runs);
    show(bar, runs);
    bar.setProgress(-1);
    if (running != null) {
      job.watch(running.shareProperty(), share -> bar.setProgress(share.doubleValue()));
    } else if (hadFocus) {
      make.requestFocus();
    }
    tell();
  }

  private void tell() {
    make.setDisable(
        model.runningProperty().get() != null
            || model.stateProperty().get() == FindingsViewModel.State.EMPTY);
    String words =
        model.stateProperty().get() == FindingsViewModel.State.READING
            ? texts.get("findings.reading")
            : model.stoppedProperty().get()
                ? texts.get("findings.stopped")
                : Blame.sentence(model.leftProperty().get());
    said.setText(words);
    show(said, !words.isEmpty());
  }

  private static void show(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
