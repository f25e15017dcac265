package examen.desktop.inspector;

import examen.desktop.fx.KeyCap;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Buttons that say their key. The keyboard stays in the reader, where the keys work. */
final class CardButtons {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private CardButtons() {}

  /** Buttons side by side, below one another where they have no room, and cut only at last. */
  static FlowPane row(double gap, List<? extends Region> buttons) {
    FlowPane row = new FlowPane(gap, gap);
    row.getChildren().addAll(buttons);
    row.setMinWidth(0);
    for (Region button : buttons) {
      button.maxWidthProperty().bind(row.widthProperty());
    }
    return row;
  }

  static Button of(String key, String text, Runnable action) {
    HBox content = new HBox(5, new KeyCap(key), new Label(text));
    content.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(content);
    button.getStyleClass().setAll("quiet-button", "card-button");
    button.setFocusTraversable(false);
    button.setAccessibleText(text);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Gives a button of these another text. */
  static void name(Button button, String text) {
    ((Label) ((HBox) button.getGraphic()).getChildren().getLast()).setText(text);
    button.setAccessibleText(text);
  }

  /** Shows, not by colour alone, that this is what is said. */
  static Button chosen(Button button, String text) {
    button.pseudoClassStateChanged(CHOSEN, true);
    button.setAccessibleText(text);
    return button;
  }

  /** Takes that back. */
  static void notChosen(Button button, String text) {
    button.pseudoClassStateChanged(CHOSEN, false);
    button.setAccessibleText(text);
  }
}
