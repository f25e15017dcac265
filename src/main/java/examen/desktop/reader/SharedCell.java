package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.transcript.Message;

/** Offers the messages that the ways beside each other have in common. */
final class SharedCell extends RowCell {
  private final FoldLine line;

  SharedCell(Block.Shared shared, Message message, Texts texts, Runnable show) {
    super(shared, message.role());
    withoutBar();
    line = new FoldLine(Icon.FOLDED, texts.count("reader.shared", shared.count()), show);
    getChildren().add(line);
  }

  @Override
  double above() {
    return 8;
  }

  @Override
  double contentHeight(Column column) {
    return line.rowHeight();
  }

  @Override
  void layoutContent(Column column, double top) {
    line.place(column.left() - 8, top, column.width() + 8);
  }
}
