package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import examen.transcript.Part;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says what kind of part follows, and opens its box. */
final class CaptionCell extends RowCell {
  private static final double HEIGHT = 34;

  private final HBox line = new HBox(7);

  CaptionCell(Block.Caption caption, Message message, Texts texts) {
    super(caption, message.role());
    Part part = message.parts().get(caption.part());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("caption");
    switch (part) {
      case Part.Reasoning reasoning -> reasoning(reasoning, texts);
      case Part.ToolCall call -> call(call, texts);
      case Part.ToolResult result -> result(result, texts);
      case Part.Text text -> say("");
      case Part.Media media -> say("");
      case Part.Unknown unknown -> say("");
    }
    getChildren().add(line);
  }

  private void reasoning(Part.Reasoning reasoning, Texts texts) {
    boxed("reasoning", "top");
    line.getStyleClass().add("caption-reasoning");
    line.getChildren().add(Icon.LOCK.node(13));
    say(texts.get("reader.reasoning." + reasoning.kind().wire()));
  }

  private void call(Part.ToolCall call, Texts texts) {
    boxed("call", "top");
    line.getChildren().add((CallRows.isMail(call.function()) ? Icon.MAIL : Icon.TOOL).node(14));
    badge(call.function().isBlank() ? texts.get("reader.call.unnamed") : call.function());
    say(texts.get("reader.call"));
  }

  private void result(Part.ToolResult result, Texts texts) {
    boxed("result", "top");
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

  private void say(String text) {
    Label label = new Label(text);
    label.setMinWidth(USE_PREF_SIZE);
    line.getChildren().add(label);
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
        column.left() + PAD, top + 3, column.width() - 2 * PAD, contentHeight(column) - 6);
  }
}
