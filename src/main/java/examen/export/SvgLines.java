package examen.export;

import examen.export.SvgPage.Pen;
import examen.export.SvgPage.Stroke;
import examen.report.AxisTicks;
import examen.report.Figure;
import java.util.List;

/** Lines over an axis. */
final class SvgLines {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 300;
  private static final double LEFT = 64;
  private static final double LINE = 16;
  private static final List<String> COLOURS =
      List.of("#2566a8", "#b3400f", "#14735a", "#6b4a9e", "#94600a", "#5d5a53");
  private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3", "12 4", "4 4");

  private final Figure.Lines lines;
  private final SvgPage page = new SvgPage();

  SvgLines(Figure.Lines lines) {
    this.lines = lines;
  }

  String draw() {
    double top = legend() + LINE + 8;
    page.texts(0, top - 14, Pen.LEFT.dim(), List.of(lines.up().title()));
    for (AxisTicks.Tick tick : AxisTicks.of(lines.up(), 5)) {
      double y = y(top, tick.at());
      page.line(Stroke.GRID, LEFT, y, LEFT + WIDTH, y);
      page.texts(LEFT - 8, y, Pen.RIGHT.dim(), List.of(tick.text()));
    }
    List<AxisTicks.Tick> across = AxisTicks.of(lines.across(), 8);
    double room = WIDTH / Math.max(1, across.size()) - 6;
    for (AxisTicks.Tick tick : across) {
      double x = x(tick.at(), 0);
      page.line(Stroke.GRID, x, top + HEIGHT, x, top + HEIGHT + 4);
      page.texts(
          x,
          top + HEIGHT + 18,
          Pen.MIDDLE.dim(),
          SvgText.lines(tick.text(), SvgPage.SIZE, room, 2));
    }
    if (lines.reference() == Figure.Reference.DIAGONAL) {
      double from = x(lines.across().low(), 0);
      double to = x(lines.across().high(), 0);
      page.line(Stroke.REFERENCE, from, top + HEIGHT, to, top);
    }
    for (int i = 0; i < lines.series().size(); i++) {
      series(lines.series().get(i), i, top);
    }
    page.texts(
        LEFT + WIDTH / 2, top + HEIGHT + 48, Pen.MIDDLE.dim(), List.of(lines.across().title()));
    return page.whole(lines.title(), LEFT + WIDTH + 30, top + HEIGHT + 56);
  }

  /** The names of the lines; returns how high they stand. */
  private double legend() {
    if (lines.series().size() < 2) {
      return 0;
    }
    double x = 0;
    double y = LINE / 2;
    for (int i = 0; i < lines.series().size(); i++) {
      String name =
          SvgText.lines(lines.series().get(i).name(), SvgPage.SIZE, WIDTH, 1).stream()
              .findFirst()
              .orElse("");
      double width = 34 + SvgText.width(name, SvgPage.SIZE) + 18;
      if (x > 0 && x + width > LEFT + WIDTH) {
        x = 0;
        y += LINE + 4;
      }
      page.line(stroke(i), x, y, x + 26, y);
      point(x + 13, y, i);
      page.texts(x + 34, y, Pen.LEFT, List.of(name));
      x += width;
    }
    return y + LINE;
  }

  private void series(Figure.Series series, int index, double top) {
    double[] places = new double[series.points().size() * 2];
    // Beside each other, so that intervals at the same place can be told apart.
    double aside = (index - (lines.series().size() - 1) / 2.0) * 3;
    for (int i = 0; i < series.points().size(); i++) {
      Figure.Point point = series.points().get(i);
      places[2 * i] = x(point.x(), aside);
      places[2 * i + 1] = y(top, point.y().at());
    }
    page.line(stroke(index), places);
    for (Figure.Point point : series.points()) {
      double x = x(point.x(), aside);
      page.open(words(series, point));
      if (point.y().low() < point.y().high()) {
        Stroke thin = new Stroke(colour(index), 1.2, "");
        double low = y(top, point.y().low());
        double high = y(top, point.y().high());
        page.line(thin, x, low, x, high);
        page.line(thin, x - 3, low, x + 3, low);
        page.line(thin, x - 3, high, x + 3, high);
      }
      point(x, y(top, point.y().at()), index);
      page.close();
    }
  }

  private String words(Figure.Series series, Figure.Point point) {
    String at =
        AxisTicks.text(lines.across(), point.x())
            + ": "
            + AxisTicks.text(lines.up(), point.y().at());
    return series.name() + ", " + at + (point.label().isEmpty() ? "" : ", " + point.label());
  }

  /** Each line has points of its own form. */
  private void point(double x, double y, int index) {
    String colour = colour(index);
    switch (index % 4) {
      case 0 -> page.circle(x, y, 4, colour);
      case 1 ->
          page.shape("#ffffff", colour, x - 4, y - 4, x + 4, y - 4, x + 4, y + 4, x - 4, y + 4);
      case 2 -> page.shape(colour, colour, x, y - 5, x + 5, y + 4, x - 5, y + 4);
      default -> page.shape("#ffffff", colour, x, y - 5, x + 5, y, x, y + 5, x - 5, y);
    }
  }

  private static Stroke stroke(int index) {
    return new Stroke(colour(index), 1.8, DASHES.get(index % DASHES.size()));
  }

  private static String colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  private double x(double value, double aside) {
    double inset = 8 + 1.5 * lines.series().size();
    double share = Math.clamp(AxisTicks.place(lines.across(), value), 0, 1);
    return LEFT + inset + (WIDTH - 2 * inset) * share + aside;
  }

  private double y(double top, double value) {
    return top + HEIGHT * (1 - Math.clamp(AxisTicks.place(lines.up(), value), 0, 1));
  }
}
