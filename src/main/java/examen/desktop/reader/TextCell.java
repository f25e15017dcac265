package examen.desktop.reader;

import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.VisibleText;
import examen.desktop.fx.VisibleText.Run;
import examen.desktop.reader.Block.Look;
import examen.transcript.Message;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A piece of source text with everything that is marked in it. */
final class TextCell extends RowCell {
  /** Room for the name of an argument, in widths of its letters. */
  private static final double LABEL_WIDTH = 7;

  /** How far a line of nested data is set in for each step, in pixels. */
  private static final double STEP = 18;

  private static final int DEEPEST = 8;

  private final Block.Words words;
  private final SafeFlow flow;
  private final Grounds grounds;
  private final MarkPainter painter;
  private final Label label = new Label();
  private final Region rule = new Region();

  TextCell(Block.Words words, Message message, ReaderViewModel model) {
    super(words, message.role());
    this.words = words;
    String whole = message.parts().get(words.part()).text();
    String source = whole.substring(words.from(), words.to());
    // The line end at which the piece was cut would show as an empty line.
    String shown = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    List<Run> runs = model.rendering().runs(whole, words, shown);
    flow = new SafeFlow(runs, styleOf(words.look()));
    grounds = new Grounds(flow.runs(), flow);
    flow.getStyleClass().add(isCode(words.look()) ? "words-code" : "words-prose");
    painter = new MarkPainter(words, shown.length(), flow, model);
    switch (words.look()) {
      case PROSE -> {}
      case REASONING -> boxed("reasoning", words.last() ? "bottom" : "middle");
      case RESULT -> boxed("result", words.last() ? "bottom" : "middle");
      case CALL_TEXT, VALUE, CODE_VALUE, SUBJECT, BODY ->
          boxed("call", words.last() ? "bottom" : "middle");
    }
    getChildren().addAll(grounds.group(), painter.behind(), flow, painter.before());
    addLabel();
  }

  /** The place nearest to this point of the row. */
  Place placeAt(double x, double y) {
    int offset = flow.offsetAt(x - flow.getLayoutX(), y - flow.getLayoutY());
    return new Place(words.message(), words.part(), words.from() + offset);
  }

  /** Where the caret stands at this place of the row, in the row's coordinates. */
  Rectangle2D caretAt(Place place) {
    Rectangle2D caret =
        flow.caretAt(Math.clamp(place.offset() - words.from(), 0, words.to() - words.from()));
    return new Rectangle2D(
        caret.getMinX() + flow.getLayoutX(),
        caret.getMinY() + flow.getLayoutY(),
        caret.getWidth(),
        caret.getHeight());
  }

  @Override
  void repaint() {
    painter.paint(column(getWidth()), flow.getLayoutX(), flow.getLayoutY());
  }

  @Override
  void repaintIfChanged() {
    painter.paintIfChanged(column(getWidth()), flow.getLayoutX(), flow.getLayoutY());
  }

  @Override
  double contentHeight(Column column) {
    return top() + flow.heightFor(width(column)) + bottom();
  }

  @Override
  void layoutContent(Column column, double top) {
    flow.place(column.left() + indent(), top + top(), width(column));
    grounds.draw();
    label.resizeRelocate(
        column.left() + PAD, top + top() + 1, labelWidth() - 8, label.prefHeight(-1));
    rule.resizeRelocate(column.left() + 1, top + 4, column.width() - 2, 1);
  }

  private void addLabel() {
    boolean value =
        words.look() == Look.VALUE
            || words.look() == Look.CODE_VALUE
            || words.look() == Look.SUBJECT;
    if (value) {
      // Also where it is empty: its font says how far the rows that go on with a value are set in.
      label.setText(VisibleText.inOneLine(words.label()));
      label.getStyleClass().add("argument-name");
      getChildren().add(label);
    }
    if (words.look() == Look.BODY && !words.label().isEmpty()) {
      rule.getStyleClass().add("mail-rule");
      getChildren().add(rule);
    }
  }

  private double indent() {
    return Math.min(words.depth(), DEEPEST) * STEP + ownIndent();
  }

  private double ownIndent() {
    return switch (words.look()) {
      case PROSE -> 0;
      case REASONING, RESULT, CALL_TEXT, BODY -> PAD;
      case VALUE, CODE_VALUE, SUBJECT -> PAD + labelWidth();
    };
  }

  private double labelWidth() {
    return Math.max(84, LABEL_WIDTH * label.getFont().getSize());
  }

  private double width(Column column) {
    double inner = column.width() - indent() - (words.look() == Look.PROSE ? 0 : PAD);
    return Math.max(40, inner);
  }

  private double top() {
    return switch (words.look()) {
      case PROSE -> words.from() == 0 ? 4 : 0;
      case REASONING, RESULT -> 0;
      case CALL_TEXT, VALUE, CODE_VALUE, SUBJECT -> words.label().isEmpty() ? 0 : 2;
      case BODY -> words.label().isEmpty() ? 0 : 16;
    };
  }

  /** A piece that was cut off goes on in the next row, as far below as any line of it. */
  private double bottom() {
    if (!words.last()) {
      return flow.getLineSpacing();
    }
    return words.look() == Look.PROSE ? 6 : 16;
  }

  private static boolean isCode(Look look) {
    return switch (look) {
      case RESULT, CALL_TEXT, CODE_VALUE -> true;
      case PROSE, REASONING, VALUE, SUBJECT, BODY -> false;
    };
  }

  private static String styleOf(Look look) {
    return switch (look) {
      case PROSE, BODY, VALUE -> "prose";
      case REASONING -> "thought";
      case SUBJECT -> "subject";
      case RESULT, CALL_TEXT, CODE_VALUE -> "code";
    };
  }
}
