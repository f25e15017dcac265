package examen.desktop.reader;

import examen.desktop.fx.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** The line that stands in a row for what is folded there, and shows it when it is clicked. */
final class FoldLine extends HBox {
  private static final double ROW_HEIGHT = 36;

  FoldLine(Icon icon, String text, Runnable show) {
    super(6);
    getChildren().addAll(icon.node(14), new Label(text));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("fold");
    // What is pressed here is not the text beneath.
    addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            show.run();
          }
        });
  }

  /** The height of a row with this line alone, in pixels. */
  double rowHeight() {
    return Math.max(ROW_HEIGHT, prefHeight(-1) + 14);
  }

  /** Lays it out in a row, at most so wide; in pixels. */
  void place(double left, double top, double widest) {
    resizeRelocate(left, top + 3, Math.min(widest, prefWidth(-1)), rowHeight() - 10);
  }
}
