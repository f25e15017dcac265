package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.transcript.Message;

/** Offers the rest of a long tool result. */
final class FoldCell extends RowCell {
  private final FoldLine line;

  FoldCell(Block.Fold fold, Message message, Texts texts, Runnable unfold) {
    super(fold, message.role());
    boxed("result", "bottom");
    int more = message.parts().get(fold.part()).text().length() - fold.from();
    String what =
        fold.more() > 1
            ? texts.count("reader.fold.lines", fold.more())
            : texts.count("reader.fold.characters", more);
    line = new FoldLine(Icon.UNFOLD, what, unfold);
    getChildren().add(line);
  }

  @Override
  double contentHeight(Column column) {
    return line.rowHeight();
  }

  @Override
  void layoutContent(Column column, double top) {
    line.place(column.left() + PAD - 8, top, column.width() - 2 * PAD + 16);
  }
}
