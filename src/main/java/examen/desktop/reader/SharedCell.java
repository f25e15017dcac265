package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.transcript.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Offers the messages that the ways beside each other have in common. */
final class SharedCell extends RowCell {
  private static final double HEIGHT = 36;

  private final HBox line = new HBox(6);

  SharedCell(Block.Shared shared, Message message, Texts texts, Runnable show) {
    super(shared, message.role());
    withoutBar();
    line.getChildren()
        .addAll(Icon.FOLDED.node(14), new Label(texts.count("reader.shared", shared.count())));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("fold");
    line.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    line.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            show.run();
          }
        });
    getChildren().add(line);
  }

  @Override
  double above() {
    return 8;
  }

  @Override
  double contentHeight(Column column) {
    return Math.max(HEIGHT, line.prefHeight(-1) + 14);
  }

  @Override
  void layoutContent(Column column, double top) {
    double width = Math.min(column.width() + 8, line.prefWidth(-1));
    line.resizeRelocate(column.left() - 8, top + 3, width, contentHeight(column) - 10);
  }
}
