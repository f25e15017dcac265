package examen.desktop.runs;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Job;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows how far work is, and stops it. */
final class BusyPane extends Pane {
  private final ProgressBar bar = new ProgressBar(-1);
  private final Button stop;
  private Subscriptions job = new Subscriptions();

  BusyPane(RunsViewModel model, Texts texts) {
    Label words = Parts.line("", "import-big");
    subscriptions.watch(model.busyProperty(), words::setText);
    bar.getStyleClass().add("import-bar");
    bar.setPrefWidth(460);
    bar.setMaxWidth(460);
    bar.setAccessibleText(texts.get("runs.progress"));
    stop = Buttons.ofEnter(texts.get("runs.stop"), model::stop);
    VBox content = new VBox(12, words, bar);
    content.setAlignment(Pos.CENTER);
    subscriptions.watch(model.runningProperty(), this::follow);
    subscriptions.add(() -> job.close());
    fill(content, Parts.gap(), stop);
  }

  private void follow(@Nullable Job running) {
    job.close();
    job = new Subscriptions();
    if (running != null) {
      job.watch(running.shareProperty(), share -> bar.setProgress(share.doubleValue()));
    }
  }

  @Override
  Node first() {
    return stop;
  }
}
