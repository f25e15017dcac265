package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import examen.transcript.Part;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says what kind of part follows, and opens its box. */
final class CaptionCell extends RowCell {
  private static final double HEIGHT = 34;

  private static final PseudoClass AT_CARET = PseudoClass.getPseudoClass("at-caret");

  private final HBox line = new HBox(7);
  private final Block.Caption caption;
  private final ReaderViewModel model;

  CaptionCell(Block.Caption caption, Message message, ReaderViewModel model, Texts texts) {
    super(caption, message.role());
    this.caption = caption;
    this.model = model;
    Part part = message.parts().get(caption.part());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("caption");
    line.getChildren()
        .add(
            new FoldButton(
                FoldButton.icon(caption),
                () -> model.folding().toggle(caption.message(), caption.part())));
    switch (part) {
      case Part.Reasoning reasoning -> reasoning(reasoning, texts);
      case Part.ToolCall call -> call(call, texts);
      case Part.ToolResult result -> result(result, texts);
      case Part.Text text -> say("");
      case Part.Media media -> say("");
      case Part.Unknown unknown -> say("");
    }
    if (caption.folded()) {
      sayWhatIsFolded(part, texts);
    }
    getChildren().add(line);
  }

  private void sayWhatIsFolded(Part part, Texts texts) {
    if (!part.text().isEmpty()) {
      say(texts.count("reader.lines", Contents.lines(part.text())));
      Label excerpt = new Label(Contents.excerpt(part));
      excerpt.getStyleClass().add("excerpt");
      excerpt.setMinWidth(10);
      line.getChildren().add(excerpt);
    }
  }

  /** Where it is folded the box is all there is of it. */
  private void box(String kind) {
    boxed(kind, caption.folded() ? "whole" : "top");
  }

  @Override
  void repaint() {
    Place caret = model.caretProperty().get();
    boolean here = caret.message() == caption.message() && caret.part() == caption.part();
    line.pseudoClassStateChanged(AT_CARET, caption.folded() && here);
  }

  private void reasoning(Part.Reasoning reasoning, Texts texts) {
    box("reasoning");
    line.getStyleClass().add("caption-reasoning");
    line.getChildren().add(Icon.LOCK.node(13));
    say(texts.get("reader.reasoning." + reasoning.kind().wire()))
        .setMinWidth(caption.folded() ? 120 : 60);
  }

  private void call(Part.ToolCall call, Texts texts) {
    box("call");
    line.getChildren().add((CallRows.isMail(call.function()) ? Icon.MAIL : Icon.TOOL).node(14));
    badge(call.function().isBlank() ? texts.get("reader.call.unnamed") : call.function());
    say(texts.get("reader.call"));
  }

  private void result(Part.ToolResult result, Texts texts) {
    box("result");
    line.getChildren().add(Icon.RESULT.node(13));
    String function = result.function();
    say(texts.get("reader.result"));
    if (function != null && !function.isBlank()) {
      badge(function);
    }
  }

  private void badge(String function) {
    Label badge = new Label(VisibleText.inOneLine(function));
    badge.getStyleClass().add("tool-badge");
    line.getChildren().add(badge);
  }

  private Label say(String text) {
    Label label = new Label(text);
    label.setMinWidth(USE_PREF_SIZE);
    line.getChildren().add(label);
    return label;
  }

  @Override
  double above() {
    return 6;
  }

  @Override
  double contentHeight(Column column) {
    return Math.max(HEIGHT, line.prefHeight(-1) + 10);
  }

  @Override
  void layoutContent(Column column, double top) {
    line.resizeRelocate(
        column.left() + PAD - 8, top + 3, column.width() - 2 * PAD + 8, contentHeight(column) - 6);
  }
}
