package examen.desktop.findings;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a name under which the sample that is shown is kept; nothing where none is. */
final class KeepPlanBar extends VBox {
  KeepPlanBar(KeepPlanViewModel model, Texts texts, Subscriptions subscriptions) {
    super(6);
    getStyleClass().add("findings-plan");
    Label asks = new Label(texts.get("findings.plan.name"));
    asks.setMinWidth(USE_PREF_SIZE);
    TextField name = new TextField();
    name.getStyleClass().add("find-field");
    name.setPromptText(texts.get("findings.plan.prompt"));
    name.setAccessibleText(texts.get("findings.plan.name"));
    name.setPrefColumnCount(16);
    name.setOnAction(event -> model.keep());
    subscriptions.bindBoth(name.textProperty(), model.nameProperty());
    asks.setLabelFor(name);
    Button keep = new Button(texts.get("findings.plan.keep"));
    keep.getStyleClass().setAll("find-button");
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setTooltip(new Tooltip(texts.get("findings.plan.keep.tip")));
    keep.setOnAction(event -> model.keep());
    HBox line = new HBox(9, asks, name, keep);
    line.setAlignment(Pos.CENTER_LEFT);
    Label mistake = said("findings-warning");
    Label kept = said("findings-hint");
    getChildren().addAll(line, mistake, kept);
    subscriptions.watch(model.mistakeProperty(), words -> show(mistake, words));
    subscriptions.watch(model.keptProperty(), words -> show(kept, words));
    subscriptions.watch(model.busyProperty(), busy -> keep.setDisable(busy));
    subscriptions.watch(
        model.offeredProperty(),
        offered -> {
          setVisible(offered);
          setManaged(offered);
        });
  }

  private static Label said(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static void show(Label label, String words) {
    label.setText(VisibleText.inOneLine(words));
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
