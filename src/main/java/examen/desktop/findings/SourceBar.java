package examen.desktop.findings;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What numbers are made of beside reviews: classifier runs, and what is withheld so far. */
final class SourceBar extends VBox {
  private final Texts texts;
  private final Button runs;
  private final Button everything;

  SourceBar(FindingsViewModel model, Texts texts, Subscriptions subscriptions) {
    super(6);
    this.texts = texts;
    getStyleClass().add("findings-sources");
    runs = button("findings.runs");
    everything = button("findings.everything");
    Label withheld = new Label();
    withheld.setWrapText(true);
    withheld.setMinHeight(USE_PREF_SIZE);
    withheld.getStyleClass().add("findings-hint");
    FlowPane buttons = new FlowPane(8, 6, runs, everything);
    getChildren().addAll(withheld, buttons);
    subscriptions.watch(
        model.pickableProperty(),
        now -> {
          boolean any = now.withheld() > 0;
          withheld.setText(any ? texts.count("findings.withheld", now.withheld()) : "");
          withheld.setVisible(any);
          withheld.setManaged(any);
          everything.setVisible(any);
          everything.setManaged(any);
        });
  }

  private Button button(String key) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().setAll("find-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get(key + ".tip")));
    return button;
  }

  void offer(Runnable showRuns, Runnable showEverything) {
    runs.setOnAction(event -> showRuns.run());
    everything.setOnAction(event -> showEverything.run());
  }
}
