package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** One of several things to pick; a letter goes to the next that begins with it. */
final class PickBox extends ComboBox<PickBox.Pick> {
  /**
   * @param wire as it is written in a choice
   * @param kind a word on what it is; may be empty
   */
  record Pick(String wire, String words, String kind) {
    Pick(String wire, String words) {
      this(wire, words, "");
    }
  }

  PickBox(String name, String prompt) {
    getStyleClass().add("findings-pick");
    setAccessibleText(name);
    setPromptText(prompt);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(60);
    setVisibleRowCount(14);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Pick pick) {
            return pick == null ? "" : VisibleText.inOneLine(pick.words());
          }

          @Override
          public Pick fromString(String words) {
            return getValue();
          }
        });
    setCellFactory(list -> new Cell());
    setButtonCell(new Shown(prompt));
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  /** Offers these, and shows the one with this wire, whether it is among them or not. */
  void offer(List<Pick> picks, String wire) {
    if (!getItems().equals(picks)) {
      getItems().setAll(picks);
    }
    Pick now =
        picks.stream()
            .filter(pick -> pick.wire().equals(wire))
            .findFirst()
            .orElse(wire.isEmpty() ? null : new Pick(wire, wire));
    setValue(now);
  }

  private void typed(KeyEvent event) {
    String letter = event.getCharacter().toLowerCase(Locale.ROOT);
    if (letter.isBlank() || event.isShortcutDown() || event.isAltDown() || letter.charAt(0) < ' ') {
      return;
    }
    int size = getItems().size();
    int here = getSelectionModel().getSelectedIndex();
    for (int i = 1; i <= size; i++) {
      int at = Math.floorMod(here + i, size);
      if (getItems().get(at).words().toLowerCase(Locale.ROOT).startsWith(letter)) {
        getSelectionModel().select(at);
        event.consume();
        return;
      }
    }
  }

  /** What is chosen, or what may be. */
  private static final class Shown extends ListCell<Pick> {
    private final String prompt;

    Shown(String prompt) {
      this.prompt = prompt;
      getStyleClass().add("findings-pick-shown");
    }

    @Override
    protected void updateItem(Pick pick, boolean empty) {
      super.updateItem(pick, empty);
      setText(pick == null || empty ? prompt : VisibleText.inOneLine(pick.words()));
      pseudoClassStateChanged(
          javafx.css.PseudoClass.getPseudoClass("unset"), pick == null || empty);
    }
  }

  /** A line of the list. */
  private static final class Cell extends ListCell<Pick> {
    private final Label words = new Label();
    private final Label kind = new Label();
    private final HBox line = new HBox(14, words, gap(), kind);

    Cell() {
      line.setAlignment(Pos.CENTER_LEFT);
      kind.getStyleClass().add("findings-kind");
      kind.setMinWidth(Region.USE_PREF_SIZE);
      words.setMaxWidth(420);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Pick pick, boolean empty) {
      super.updateItem(pick, empty);
      if (pick == null || empty) {
        setGraphic(null);
        setText(null);
      } else {
        words.setText(VisibleText.inOneLine(pick.words()));
        kind.setText(pick.kind());
        setText(words.getText());
        setGraphic(line);
      }
    }

    private static Region gap() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      return gap;
    }
  }
}
