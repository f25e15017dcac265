package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.transcript.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Offers the rest of a long tool result. */
final class FoldCell extends RowCell {
  private static final double HEIGHT = 36;

  private final HBox line = new HBox(6);

  FoldCell(Block.Fold fold, Message message, Texts texts, Runnable unfold) {
    super(fold, message.role());
    boxed("result", "bottom");
    int more = message.parts().get(fold.part()).text().length() - fold.from();
    String what =
        fold.more() > 1
            ? texts.count("reader.fold.lines", fold.more())
            : texts.count("reader.fold.characters", more);
    line.getChildren().addAll(Icon.UNFOLD.node(14), new Label(what));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("fold");
    line.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    line.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            unfold.run();
          }
        });
    getChildren().add(line);
  }

  @Override
  double contentHeight(Column column) {
    return Math.max(HEIGHT, line.prefHeight(-1) + 14);
  }

  @Override
  void layoutContent(Column column, double top) {
    double width = Math.min(column.width() - 2 * PAD + 16, line.prefWidth(-1));
    line.resizeRelocate(column.left() + PAD - 8, top + 3, width, contentHeight(column) - 10);
  }
}
