package examen.desktop.findings;

import examen.desktop.findings.PickBox.Pick;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.study.Names;
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

/** Several things in an order, each to be taken back or moved. */
final class SeveralControl extends FlowPane {
  private final Field field;
  private final Texts texts;
  private final MenuButton add = new MenuButton();
  private List<Pick> all = List.of();

  /**
   * @param adding the key of the words that offer one more
   */
  SeveralControl(Field field, String adding, Texts texts, Subscriptions subscriptions) {
    super(6, 6);
    this.field = field;
    this.texts = texts;
    add.setText(texts.get(adding));
    add.setAccessibleText(field.choice().title() + ": " + texts.get(adding));
    add.getStyleClass().add("findings-add");
    subscriptions.watch(field.valueProperty(), said -> show());
  }

  /** Offers these; what is chosen is shown whether it is among them or not. */
  void offer(List<Pick> picks) {
    all = List.copyOf(picks);
    show();
  }

  private List<String> chosen() {
    return Names.read(field.valueProperty().get());
  }

  private void set(List<String> chosen) {
    field.valueProperty().set(Names.write(chosen));
  }

  private String words(String wire) {
    return all.stream()
        .filter(pick -> pick.wire().equals(wire))
        .map(Pick::words)
        .findFirst()
        .orElse(wire);
  }

  private void show() {
    getChildren().clear();
    List<String> chosen = chosen();
    for (int i = 0; i < chosen.size(); i++) {
      getChildren().add(chip(words(chosen.get(i)), i));
    }
    add.getItems().clear();
    for (Pick pick : all.stream().filter(each -> !chosen.contains(each.wire())).toList()) {
      String kind = pick.kind().isEmpty() ? "" : "  (" + pick.kind() + ")";
      MenuItem item = new MenuItem(VisibleText.inOneLine(pick.words()) + kind);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> add(pick.wire()));
      add.getItems().add(item);
    }
    add.setDisable(add.getItems().isEmpty());
    if (!add.getItems().isEmpty() || chosen.isEmpty()) {
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
