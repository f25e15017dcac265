package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.AxisTicks;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Numbers with their intervals below each other, over one axis. */
final class ForestView extends Region {
  private static final double GAP = 14;

  /** Over more rows than these the axis is written above them too. */
  private static final int MANY = 15;

  private final Figure.Forest forest;
  private final List<ForestRow> rows = new ArrayList<>();
  private final List<AxisTicks.Tick> ticks;
  private final List<Label> tickLabels = new ArrayList<>();
  private final List<Label> topLabels = new ArrayList<>();
  private final List<Line> tickLines = new ArrayList<>();
  private final Line reference = new Line();
  private final Label axis = new Label();

  ForestView(Figure.Forest forest, Opener opener) {
    this.forest = forest;
    getStyleClass().addAll("drawing", "forest");
    ticks = AxisTicks.of(forest.scale(), 6);
    for (AxisTicks.Tick tick : ticks) {
      tickLabels.add(tick(tick));
      if (forest.marks().size() > MANY) {
        topLabels.add(tick(tick));
      }
      Line line = new Line();
      line.getStyleClass().add("figure-grid-line");
      tickLines.add(line);
    }
    reference.getStyleClass().add("figure-reference");
    reference.setVisible(forest.reference() != null);
    axis.setText(VisibleText.inOneLine(forest.axis()));
    axis.setWrapText(true);
    axis.getStyleClass().add("figure-axis");
    getChildren().addAll(tickLines);
    getChildren().add(reference);
    for (Figure.Mark mark : forest.marks()) {
      ForestRow row = new ForestRow(mark, forest.scale());
      opener.on(row, mark.text() + " · " + mark.label(), mark.behind());
      rows.add(row);
    }
    getChildren().addAll(rows);
    getChildren().addAll(tickLabels);
    getChildren().addAll(topLabels);
    getChildren().add(axis);
    Roving.over(rows.stream().map(List::of).toList());
  }

  private static Label tick(AxisTicks.Tick tick) {
    Label label = new Label(tick.text());
    label.getStyleClass().add("figure-tick");
    return label;
  }

  /** How high what is written above the rows stands. */
  private double head() {
    return topLabels.isEmpty() ? 0 : 1.8 * em();
  }

  /**
   * Where the parts of all rows stand.
   *
   * @param labels how wide the labels are; they begin at 0
   * @param plot where the axis begins
   * @param width of the axis
   * @param texts where the texts begin
   */
  record Parts(double labels, double plot, double width, double texts) {}

  private Parts parts(double whole) {
    double labels = 0;
    double texts = 0;
    for (ForestRow row : rows) {
      labels = Math.max(labels, row.labelWidth());
      texts = Math.max(texts, row.textWidth());
    }
    labels = Math.min(labels, whole * 0.36);
    texts = Math.min(texts, whole * 0.28);
    double plot = labels + GAP;
    double width = Math.max(60, whole - plot - texts - GAP);
    return new Parts(labels, plot, width, plot + width + GAP);
  }

  private double room(double width) {
    double whole = width < 0 ? computePrefWidth(-1) : width;
    return whole - snappedLeftInset() - snappedRightInset();
  }

  private double em() {
    return axis.getFont().getSize();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 28 * em();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 58 * em();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    Parts parts = parts(room(width));
    double height = snappedTopInset() + snappedBottomInset() + head();
    for (ForestRow row : rows) {
      height += row.height(parts);
    }
    return height + 2.2 * em() + axis.prefHeight(axisWidth(parts)) + 4;
  }

  private double axisWidth(Parts parts) {
    return Math.max(parts.width(), 20 * em());
  }

  @Override
  protected void layoutChildren() {
    double whole = room(getWidth());
    Parts parts = parts(whole);
    double left = snappedLeftInset();
    double top = snappedTopInset() + head();
    double y = top;
    for (ForestRow row : rows) {
      double height = row.height(parts);
      row.show(parts);
      row.resizeRelocate(left, y, whole, height);
      y += height;
    }
    layOutTicks(parts, top, y + 3);
    Double at = forest.reference();
    if (at != null) {
      place(reference, x(parts, at), top, y + 3);
    }
    double width = axisWidth(parts);
    double middle = left + parts.plot() + parts.width() / 2;
    double x = Math.clamp(middle - width / 2, left, Math.max(left, left + whole - width));
    axis.resizeRelocate(x, y + 2.2 * em(), width, axis.prefHeight(width));
  }

  private double x(Parts parts, double value) {
    double share = AxisTicks.place(forest.scale(), value);
    return snappedLeftInset() + parts.plot() + parts.width() * share;
  }

  private void layOutTicks(Parts parts, double top, double bottom) {
    double most = Math.max(1, Math.floor(parts.width() / (4.2 * em())));
    int every = Math.max(1, (int) Math.ceil(ticks.size() / most));
    for (int i = 0; i < ticks.size(); i++) {
      double x = x(parts, ticks.get(i).at());
      place(tickLines.get(i), x, top, bottom);
      write(tickLabels.get(i), x, bottom + 2);
      tickLabels.get(i).setVisible(i % every == 0);
      if (!topLabels.isEmpty()) {
        write(topLabels.get(i), x, top - 1.6 * em());
        topLabels.get(i).setVisible(i % every == 0);
      }
    }
  }

  private static void write(Label label, double x, double y) {
    label.autosize();
    label.relocate(Math.rint(x - label.getWidth() / 2), Math.rint(y));
  }

  private static void place(Line line, double x, double from, double to) {
    double pixel = Math.floor(x) + 0.5;
    line.setStartX(pixel);
    line.setEndX(pixel);
    line.setStartY(from);
    line.setEndY(to);
  }
}
