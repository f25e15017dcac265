package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.AxisTicks;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Lines over an axis, each in a form of its own. */
final class LinesView extends Region {
  /** Intervals at one place stand so far beside each other. */
  private static final double ASIDE = 4;

  private final Figure.Lines lines;
  private final List<LinesSeries> series = new ArrayList<>();
  private final FlowPane legend = new FlowPane(18, 4);
  private final Label up;
  private final Label across;
  private final Marks upMarks;
  private final Marks acrossMarks;
  private final Line reference = new Line();

  /** The marks of an axis. */
  private record Marks(List<AxisTicks.Tick> ticks, List<Label> labels, List<Line> lines) {
    static Marks of(List<AxisTicks.Tick> ticks, String style) {
      List<Label> labels = new ArrayList<>();
      List<Line> lines = new ArrayList<>();
      for (AxisTicks.Tick tick : ticks) {
        Label label = new Label(VisibleText.inOneLine(tick.text()));
        label.getStyleClass().addAll("figure-tick", style);
        label.setTooltip(new Tooltip(VisibleText.inOneLine(tick.text())));
        labels.add(label);
        Line line = new Line();
        line.getStyleClass().add("figure-grid-line");
        lines.add(line);
      }
      return new Marks(ticks, labels, lines);
    }
  }

  LinesView(Figure.Lines lines, Opener opener) {
    this.lines = lines;
    getStyleClass().addAll("drawing", "lines");
    up = title(lines.up().title());
    across = title(lines.across().title());
    across.getStyleClass().add("across");
    upMarks = Marks.of(AxisTicks.of(lines.up(), 5), "tick-up");
    int named = lines.across().ticks().size();
    acrossMarks = Marks.of(AxisTicks.of(lines.across(), Math.max(8, named)), "tick-across");
    acrossMarks.labels().forEach(label -> label.setWrapText(true));
    reference.getStyleClass().add("figure-reference");
    reference.setVisible(lines.reference() == Figure.Reference.DIAGONAL);
    getChildren().addAll(upMarks.lines());
    getChildren().addAll(acrossMarks.lines());
    getChildren().add(reference);
    for (int i = 0; i < lines.series().size(); i++) {
      LinesSeries each = new LinesSeries(lines, lines.series().get(i), i, opener);
      series.add(each);
      getChildren().addAll(each.beneath());
      legend.getChildren().add(entry(lines.series().get(i), i));
    }
    series.forEach(each -> getChildren().addAll(each.labels()));
    series.forEach(each -> getChildren().addAll(each.points()));
    getChildren().addAll(upMarks.labels());
    getChildren().addAll(acrossMarks.labels());
    getChildren().addAll(up, across, legend);
    legend.setVisible(lines.series().size() > 1);
    Roving.over(series.stream().map(LinesSeries::byPlace).toList());
  }

  private static Label title(String text) {
    Label label = new Label(VisibleText.inOneLine(text));
    label.setWrapText(true);
    label.getStyleClass().add("figure-axis");
    return label;
  }

  private static Node entry(Figure.Series each, int index) {
    Region form = LinesSeries.form(index);
    form.setMinSize(10, 10);
    form.setPrefSize(10, 10);
    form.setMaxSize(10, 10);
    Label name = new Label(VisibleText.inOneLine(each.name()));
    name.getStyleClass().add("figure-label");
    HBox entry = new HBox(7, form, name);
    entry.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    entry.getStyleClass().add("figure-entry");
    return entry;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double em() {
    return up.getFont().getSize();
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

  /** Where the axes are. */
  private record Place(double left, double top, double width, double height) {}

  private double room(double width) {
    double whole = width < 0 ? computePrefWidth(-1) : width;
    return whole - snappedLeftInset() - snappedRightInset();
  }

  private Place place(double whole) {
    double left = upMarks.labels().stream().mapToDouble(l -> l.prefWidth(-1)).max().orElse(0) + 9;
    double names = legend.isVisible() ? legendHeight(whole) + 8 : 0;
    double top = names + up.prefHeight(whole) + 8;
    double width = whole - left - 2 * em();
    return new Place(left, top, width, Math.clamp(width * 0.45, 16 * em(), 27 * em()));
  }

  private double legendHeight(double whole) {
    legend.setPrefWrapLength(whole);
    return legend.prefHeight(whole);
  }

  @Override
  protected double computePrefHeight(double width) {
    double whole = room(width);
    Place place = place(whole);
    return snappedTopInset()
        + place.top()
        + place.height()
        + 8
        + ticksHeight(place)
        + 4
        + across.prefHeight(place.width())
        + snappedBottomInset();
  }

  /** One in so many names is shown where there is not room for all. */
  private int every(Place place) {
    double each = place.width() / Math.max(1, acrossMarks.labels().size());
    return Math.max(1, (int) Math.ceil(4.5 * em() / Math.max(1, each)));
  }

  private double tickWidth(Place place) {
    double each = place.width() / Math.max(1, acrossMarks.labels().size() - 1);
    return Math.min(every(place) * each - 6, 14 * em());
  }

  private double ticksHeight(Place place) {
    double most = 0;
    for (Label label : acrossMarks.labels()) {
      most = Math.max(most, twoLines(label, tickWidth(place)));
    }
    return most;
  }

  private static double twoLines(Label label, double width) {
    return Math.min(2.1 * label.prefHeight(-1), label.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    double whole = room(getWidth());
    Place inner = place(whole);
    if (legend.isVisible()) {
      legend.resizeRelocate(snappedLeftInset(), snappedTopInset(), whole, legendHeight(whole));
    }
    Place at =
        new Place(
            snappedLeftInset() + inner.left(),
            snappedTopInset() + inner.top(),
            inner.width(),
            inner.height());
    double titled = up.prefHeight(whole);
    up.resizeRelocate(snappedLeftInset(), at.top() - 8 - titled, whole, titled);
    layOutUp(at);
    layOutAcross(at);
    reference.setStartX(x(at, lines.across().low()));
    reference.setStartY(at.top() + at.height());
    reference.setEndX(x(at, lines.across().high()));
    reference.setEndY(at.top());
    for (int i = 0; i < series.size(); i++) {
      double aside = (i - (series.size() - 1) / 2.0) * ASIDE;
      series
          .get(i)
          .layOut(
              new LinesSeries.Axes(
                  x -> x(at, x) + aside, y -> at.top() + at.height() * (1 - share(lines.up(), y))));
    }
    layOutNumbers(at);
  }

  /** All that have room show their numbers; of many points too little is free to be read. */
  private void layOutNumbers(Place at) {
    List<BoundingBox> taken = new ArrayList<>();
    series.forEach(each -> taken.addAll(each.places()));
    BoundingBox within =
        new BoundingBox(at.left(), at.top() - 4, at.width() + em(), at.height() + 8);
    for (LinesSeries each : series) {
      each.labels().forEach(label -> label.place(within, taken));
    }
  }

  /** A little within the ends, so that what stands there does not reach beyond. */
  private double x(Place at, double value) {
    double inset = 8 + ASIDE * Math.max(0, series.size() - 1) / 2.0;
    return at.left() + inset + (at.width() - 2 * inset) * share(lines.across(), value);
  }

  private static double share(Figure.Axis axis, double value) {
    return Math.clamp(AxisTicks.place(axis, value), 0, 1);
  }

  private void layOutUp(Place at) {
    for (int i = 0; i < upMarks.ticks().size(); i++) {
      double share = AxisTicks.place(lines.up(), upMarks.ticks().get(i).at());
      double y = Math.floor(at.top() + at.height() * (1 - share)) + 0.5;
      set(upMarks.lines().get(i), at.left(), y, at.left() + at.width(), y);
      Label label = upMarks.labels().get(i);
      label.autosize();
      label.relocate(at.left() - 8 - label.getWidth(), Math.rint(y - label.getHeight() / 2));
    }
  }

  private void layOutAcross(Place at) {
    int every = every(at);
    double width = tickWidth(at);
    double bottom = at.top() + at.height();
    for (int i = 0; i < acrossMarks.ticks().size(); i++) {
      double x = Math.floor(x(at, acrossMarks.ticks().get(i).at())) + 0.5;
      set(acrossMarks.lines().get(i), x, bottom, x, bottom + 4);
      Label label = acrossMarks.labels().get(i);
      label.setVisible(i % every == 0);
      double own = Math.min(width, label.prefWidth(-1));
      label.resizeRelocate(Math.rint(x - own / 2), bottom + 6, own, twoLines(label, own));
    }
    double titled = across.prefHeight(at.width());
    across.resizeRelocate(at.left(), bottom + 10 + ticksHeight(at), at.width(), titled);
  }

  private static void set(Line line, double fromX, double fromY, double toX, double toY) {
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
  }
}
