package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.desktop.reader.Block.About;
import examen.transcript.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says what is there instead of text. */
final class RemarkCell extends RowCell {
  private final HBox line = new HBox(7);
  private final boolean own;

  RemarkCell(Block.Remark remark, Message message, Texts texts) {
    super(remark, message.role());
    About about = remark.about();
    own = about == About.MEDIA || about == About.UNKNOWN || about == About.EMPTY_MESSAGE;
    String detail = VisibleText.inOneLine(remark.detail());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("remark");
    box(about, remark.last());
    if (about == About.MEDIA || about == About.UNKNOWN) {
      line.getChildren().add((about == About.MEDIA ? Icon.IMAGE : Icon.ALERT).node(15));
    }
    Label label = new Label(texts.get("reader.remark." + key(about), detail));
    if (about == About.FAILED_RESULT) {
      label.getStyleClass().add("failed");
    }
    line.getChildren().add(label);
    getChildren().add(line);
  }

  private void box(About about, boolean last) {
    String place = last ? "bottom" : "middle";
    switch (about) {
      case MEDIA, UNKNOWN -> boxed("aside", "whole");
      case EMPTY_MESSAGE -> {}
      case ENCRYPTED, OMITTED -> boxed("reasoning", place);
      case EMPTY_VALUE -> boxed("call", place);
      case EMPTY_RESULT, FAILED_RESULT -> boxed("result", place);
    }
  }

  private static String key(About about) {
    return switch (about) {
      case MEDIA -> "media";
      case UNKNOWN -> "unknown";
      case ENCRYPTED -> "encrypted";
      case OMITTED -> "omitted";
      case EMPTY_MESSAGE -> "empty-message";
      case EMPTY_VALUE -> "empty-value";
      case EMPTY_RESULT -> "empty-result";
      case FAILED_RESULT -> "failed-result";
    };
  }

  @Override
  double above() {
    return own ? 8 : 0;
  }

  @Override
  double contentHeight(Column column) {
    double height = Math.max(22, line.prefHeight(column.width() - 2 * PAD));
    return own ? height + 16 : height + (block().last() ? 12 : 4);
  }

  @Override
  void layoutContent(Column column, double top) {
    double pad = block() instanceof Block.Remark r && r.about() == About.EMPTY_MESSAGE ? 0 : PAD;
    double height = contentHeight(column) - (own ? 0 : block().last() ? 12 : 4);
    line.resizeRelocate(column.left() + pad, top, column.width() - 2 * pad, height);
  }
}
