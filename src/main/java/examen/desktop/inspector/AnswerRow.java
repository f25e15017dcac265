package examen.desktop.inspector;

import examen.desktop.fx.KeyCap;
import examen.desktop.fx.SafeLabel;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One answer that can be given, with its key. The one that is given has a tick and stands out. */
final class AnswerRow extends HBox {
  private static final int LONGEST = 1_000;

  AnswerRow(String text, int index, boolean given, Runnable give) {
    super(9);
    getStyleClass().add("answer-row");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    setAccessibleText(text);
    Region mark = new Region();
    mark.getStyleClass().add("answer-mark");
    SafeLabel words = new SafeLabel(text, given ? "answer-given" : "answer-text", LONGEST);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(mark, words);
    AnswerKeys.of(index).ifPresent(key -> getChildren().add(new KeyCap(key)));
    if (given) {
      getStyleClass().add("given");
    }
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            give.run();
          }
        });
  }
}
