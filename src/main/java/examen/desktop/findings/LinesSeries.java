package examen.desktop.findings;

import examen.report.AxisTicks;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;

/** One line with its points and their intervals. */
final class LinesSeries {
  /** So many forms there are; further lines begin anew with them. */
  private static final int FORMS = 6;

  private static final double SIZE = 11;
  private static final double HALF_END = 4;

  private final Figure.Series series;
  private final Polyline line = new Polyline();
  private final Path intervals = new Path();
  private final List<Region> points = new ArrayList<>();
  private final List<BoundingBox> places = new ArrayList<>();
  private final List<PointLabel> labels = new ArrayList<>();

  /** Where numbers stand, in pixels. */
  record Axes(DoubleUnaryOperator x, DoubleUnaryOperator y) {}

  LinesSeries(Figure.Lines lines, Figure.Series series, int index, Opener opener) {
    this.series = series;
    String own = "series-" + index % FORMS;
    line.getStyleClass().addAll("series-line", own);
    intervals.getStyleClass().addAll("series-interval", own);
    line.setMouseTransparent(true);
    intervals.setMouseTransparent(true);
    for (Figure.Point point : series.points()) {
      Region form = form(index);
      opener.on(form, words(lines, series, point), point.behind());
      points.add(form);
      if (!point.label().isEmpty()) {
        labels.add(new PointLabel(form, point.label()));
      }
    }
  }

  /** The form that tells the points of this line from those of others. */
  static Region form(int index) {
    Region form = new Region();
    form.getStyleClass().addAll("series-point", "series-" + index % FORMS);
    return form;
  }

  /** Numbers as the table says them, where there is a table; else as the axis does. */
  private static String words(Figure.Lines lines, Figure.Series series, Figure.Point point) {
    StringBuilder words = new StringBuilder(point.label());
    if (point.label().isEmpty()) {
      words.append(AxisTicks.text(lines.up(), point.y().at()));
    }
    if (point.label().isEmpty() && point.y().low() < point.y().high()) {
      words
          .append(" [")
          .append(AxisTicks.text(lines.up(), point.y().low()))
          .append(", ")
          .append(AxisTicks.text(lines.up(), point.y().high()))
          .append(']');
    }
    words.append(" · ").append(AxisTicks.text(lines.across(), point.x()));
    return words.append(" · ").append(series.name()).toString();
  }

  /** The numbers of points, those that have any. */
  List<PointLabel> labels() {
    return labels;
  }

  /** What is under the points of all lines. */
  List<Node> beneath() {
    return List.of(line, intervals);
  }

  List<Region> points() {
    return points;
  }

  /** The points from left to right, as the keyboard goes. */
  List<Region> byPlace() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(series.points().get(a).x(), series.points().get(b).x()));
    return order.stream().map(points::get).toList();
  }

  /** Where points and their intervals are: what no number may cover. */
  List<BoundingBox> places() {
    return places;
  }

  void layOut(Axes axes) {
    places.clear();
    line.getPoints().clear();
    intervals.getElements().clear();
    for (int i = 0; i < points.size(); i++) {
      Figure.Point point = series.points().get(i);
      double x = axes.x().applyAsDouble(point.x());
      double y = axes.y().applyAsDouble(point.y().at());
      line.getPoints().addAll(x, y);
      points.get(i).resizeRelocate(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
      places.add(new BoundingBox(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE));
      if (point.y().low() < point.y().high()) {
        double low = axes.y().applyAsDouble(point.y().low());
        double high = axes.y().applyAsDouble(point.y().high());
        stroke(x, low, x, high);
        places.add(new BoundingBox(x - 2, high, 4, Math.max(0, low - high)));
        stroke(x - HALF_END, low, x + HALF_END, low);
        stroke(x - HALF_END, high, x + HALF_END, high);
      }
    }
  }

  private void stroke(double fromX, double fromY, double toX, double toY) {
    intervals.getElements().addAll(new MoveTo(fromX, fromY), new LineTo(toX, toY));
  }
}
