package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.AxisTicks;
import examen.report.Figure;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One number of a forest: its label, its interval, its words. */
final class ForestRow extends Region {
  private static final double DOT = 9;
  private static final double END = 9;

  private final Figure.Mark mark;
  private final Figure.Axis scale;
  private final Label label;
  private final Label text;
  private final Region line = part("whisker-line");
  private final Region low = part("whisker-end");
  private final Region high = part("whisker-end");
  private final Region dot = part("whisker-dot");
  private ForestView.Parts parts = new ForestView.Parts(0, 0, 1, 0);

  ForestRow(Figure.Mark mark, Figure.Axis scale) {
    this.mark = mark;
    this.scale = scale;
    getStyleClass().add("forest-row");
    label = new Label(VisibleText.inOneLine(mark.label()));
    label.setWrapText(true);
    label.getStyleClass().add("figure-label");
    text = new Label(VisibleText.inOneLine(mark.text()));
    text.setWrapText(true);
    text.getStyleClass().add("figure-label");
    text.setUnderline(!mark.behind().isEmpty());
    getChildren().addAll(label, text);
    Figure.Whisker whisker = mark.whisker();
    if (whisker == null) {
      text.getStyleClass().add("undefined");
    } else {
      shape(low, whisker.low());
      shape(high, whisker.high());
      low.getStyleClass().add("at-start");
      dot.setVisible(isWithin(whisker.at()));
      getChildren().addAll(line, low, high, dot);
    }
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setMouseTransparent(true);
    return part;
  }

  /** An interval that goes on beyond the axis ends in an arrow. */
  private void shape(Region end, double value) {
    if (!isWithin(value)) {
      end.getStyleClass().add("beyond");
    }
  }

  private boolean isWithin(double value) {
    double place = AxisTicks.place(scale, value);
    return place >= -1e-9 && place <= 1 + 1e-9;
  }

  double labelWidth() {
    return Math.ceil(label.prefWidth(-1)) + 1;
  }

  /** What is said in place of an interval stands where that would. */
  double textWidth() {
    return mark.whisker() == null ? 0 : Math.ceil(text.prefWidth(-1)) + 1;
  }

  /** Two lines of a label at most; the rest is in what is shown of it on pointing at it. */
  double height(ForestView.Parts at) {
    double most = 2.1 * label.prefHeight(-1);
    double words = Math.min(most, label.prefHeight(at.labels()));
    return Math.ceil(Math.max(words, Math.min(most, text.prefHeight(textRoom(at)))) + 7);
  }

  private double textRoom(ForestView.Parts at) {
    double end = at.texts() + Math.max(textWidth(), 0);
    return mark.whisker() == null
        ? Math.max(60, at.texts() - at.plot() - 8)
        : Math.max(40, Math.min(textWidth(), end - at.texts()));
  }

  void show(ForestView.Parts now) {
    parts = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = getHeight() / 2;
    place(label, 0, parts.labels());
    Figure.@Nullable Whisker whisker = mark.whisker();
    if (whisker == null) {
      double room = getWidth() - parts.plot() - 4;
      place(text, parts.plot() + 4, Math.min(room, text.prefWidth(-1)));
      return;
    }
    place(text, parts.texts(), getWidth() - parts.texts());
    double from = x(whisker.low());
    double to = x(whisker.high());
    line.resizeRelocate(from, Math.rint(middle) - 1, Math.max(1, to - from), 2);
    end(low, from, middle, whisker.low());
    end(high, to, middle, whisker.high());
    dot.resizeRelocate(x(whisker.at()) - DOT / 2, middle - DOT / 2, DOT, DOT);
  }

  private void end(Region end, double x, double middle, double value) {
    double width = isWithin(value) ? 2 : 7;
    double left = isWithin(value) ? x - 1 : value > scale.high() ? x - 7 : x;
    end.resizeRelocate(left, middle - END / 2, width, END);
  }

  private double x(double value) {
    return parts.plot() + parts.width() * Math.clamp(AxisTicks.place(scale, value), 0, 1);
  }

  private void place(Label words, double x, double width) {
    double height = Math.min(getHeight() - 2, words.prefHeight(width));
    words.resizeRelocate(x, Math.rint((getHeight() - height) / 2), width, height);
  }
}
