package examen.desktop.findings;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** Several conditions in an order, each to be taken back or moved. */
final class ConditionsControl extends FlowPane {
  private final Field field;
  private final List<String> all;
  private final Texts texts;
  private final MenuButton add = new MenuButton();

  ConditionsControl(Field field, List<String> all, Texts texts, Subscriptions subscriptions) {
    super(6, 6);
    this.field = field;
    this.all = all;
    this.texts = texts;
    add.setText(texts.get("findings.condition.add"));
    add.setAccessibleText(field.choice().title() + ": " + texts.get("findings.condition.add"));
    add.getStyleClass().add("findings-add");
    subscriptions.watch(field.valueProperty(), said -> show());
  }

  private List<String> chosen() {
    String said = field.valueProperty().get();
    return said.isBlank() ? List.of() : List.of(said.split(",", -1));
  }

  private void set(List<String> chosen) {
    field.valueProperty().set(String.join(",", chosen));
  }

  private void show() {
    getChildren().clear();
    List<String> chosen = chosen();
    for (int i = 0; i < chosen.size(); i++) {
      getChildren().add(chip(chosen.get(i), i));
    }
    add.getItems().clear();
    // A comma stands between conditions.
    for (String name : all.stream().filter(n -> !chosen.contains(n) && !n.contains(",")).toList()) {
      MenuItem item = new MenuItem(VisibleText.inOneLine(name));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> add(name));
      add.getItems().add(item);
    }
    if (!add.getItems().isEmpty()) {
      getChildren().add(add);
    }
  }

  private void add(String name) {
    List<String> chosen = new ArrayList<>(chosen());
    chosen.add(name);
    set(chosen);
    add.requestFocus();
  }

  private Button chip(String name, int index) {
    Button chip = new Button(VisibleText.inOneLine(name));
    chip.setMnemonicParsing(false);
    chip.setGraphic(Icon.CLOSE.node(9));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().setAll("queue-chip", "findings-chip");
    String help = texts.get("findings.condition.chip", VisibleText.inOneLine(name));
    chip.setTooltip(new Tooltip(help));
    chip.setAccessibleText(help);
    chip.setOnAction(event -> remove(index));
    chip.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, index));
    return chip;
  }

  private void pressed(KeyEvent event, int index) {
    boolean moves = event.isAltDown();
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      remove(index);
      event.consume();
    } else if (moves && event.getCode() == KeyCode.LEFT) {
      move(index, index - 1);
      event.consume();
    } else if (moves && event.getCode() == KeyCode.RIGHT) {
      move(index, index + 1);
      event.consume();
    }
  }

  private void remove(int index) {
    List<String> chosen = new ArrayList<>(chosen());
    chosen.remove(index);
    set(chosen);
    getChildren().get(Math.clamp(index, 0, getChildren().size() - 1)).requestFocus();
  }

  private void move(int from, int to) {
    List<String> chosen = new ArrayList<>(chosen());
    if (to >= 0 && to < chosen.size()) {
      Collections.swap(chosen, from, to);
      set(chosen);
      getChildren().get(to).requestFocus();
    }
  }
}
