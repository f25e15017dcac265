package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a message: role, speaker and number. */
final class HeadCell extends RowCell {
  private static final double HEIGHT = 26;

  private final HBox line = new HBox(8);

  HeadCell(Block.Head head, Message message, Texts texts) {
    super(head, message.role());
    Label role = new Label(texts.get("role." + message.role().wire()));
    role.getStyleClass().addAll("role-name", "role-" + message.role().wire());
    role.setMinWidth(USE_PREF_SIZE);
    Label number = new Label(String.valueOf(message.index() + 1));
    number.getStyleClass().add("message-number");
    number.setMinWidth(USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getChildren().addAll(number, role);
    String speaker = message.speaker();
    if (speaker != null && !speaker.isBlank()) {
      Label name = new Label(VisibleText.inOneLine(speaker));
      name.getStyleClass().add("speaker");
      line.getChildren().add(name);
    }
    getChildren().add(line);
  }

  @Override
  double above() {
    return block().message() == 0 ? 22 : 30;
  }

  @Override
  double contentHeight(Column column) {
    return Math.max(HEIGHT, line.prefHeight(-1) + 6);
  }

  @Override
  void layoutContent(Column column, double top) {
    line.resizeRelocate(column.left(), top, column.width(), contentHeight(column) - 4);
  }
}
