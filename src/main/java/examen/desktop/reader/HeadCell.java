package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.transcript.Message;
import javafx.css.PseudoClass;

/** The head of a message in its place; it stands for the whole message where that is folded. */
final class HeadCell extends RowCell {
  static final double HEIGHT = 26;

  private static final PseudoClass AT_CARET = PseudoClass.getPseudoClass("at-caret");

  private final Block.Head head;
  private final MessageHead line;
  private final ReaderViewModel model;

  HeadCell(Block.Head head, Message message, ReaderViewModel model, Texts texts) {
    super(head, message.role());
    this.head = head;
    this.model = model;
    line = new MessageHead(head, message, texts, model.folding());
    line.pseudoClassStateChanged(PseudoClass.getPseudoClass("folded"), head.folded());
    getChildren().add(line);
  }

  /** Where the line stands below the row's top. */
  @Override
  double above() {
    return above(head);
  }

  static double above(Block.Head head) {
    return head.folded() ? 6 : head.message() == 0 ? 22 : 30;
  }

  @Override
  void repaint() {
    line.pseudoClassStateChanged(
        AT_CARET, head.folded() && model.caretProperty().get().message() == head.message());
  }

  @Override
  double contentHeight(Column column) {
    return Math.max(HEIGHT, line.prefHeight(-1) + 6);
  }

  @Override
  void layoutContent(Column column, double top) {
    line.fit(column.width());
    line.resizeRelocate(column.left() - 4, top, column.width() + 4, contentHeight(column) - 4);
  }
}
