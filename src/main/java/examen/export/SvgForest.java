package examen.export;

import examen.export.SvgPage.Pen;
import examen.export.SvgPage.Stroke;
import examen.report.AxisTicks;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;

/** Numbers with their intervals below each other. */
final class SvgForest {
  private static final double PLOT = 360;
  private static final double MOST_LABEL = 260;
  private static final double MOST_TEXT = 190;
  private static final double GAP = 14;
  private static final double LINE = 16;

  private final Figure.Forest forest;
  private final SvgPage page = new SvgPage();
  private final List<List<String>> labels = new ArrayList<>();
  private final double labelled;
  private final double texts;

  SvgForest(Figure.Forest forest) {
    this.forest = forest;
    double widest = 0;
    double longest = 0;
    for (Figure.Mark mark : forest.marks()) {
      widest = Math.max(widest, SvgText.width(mark.label(), SvgPage.SIZE));
      longest =
          mark.whisker() == null
              ? longest
              : Math.max(longest, SvgText.width(mark.text(), SvgPage.SIZE));
    }
    labelled = Math.min(MOST_LABEL, widest);
    texts = Math.min(MOST_TEXT, longest);
    for (Figure.Mark mark : forest.marks()) {
      labels.add(SvgText.lines(mark.label(), SvgPage.SIZE, labelled + 1, 2));
    }
  }

  String draw() {
    double left = labelled + GAP;
    double bottom = labels.stream().mapToDouble(SvgForest::height).sum();
    for (AxisTicks.Tick tick : AxisTicks.of(forest.scale(), 6)) {
      double x = left + PLOT * AxisTicks.place(forest.scale(), tick.at());
      page.line(Stroke.GRID, x, 0, x, bottom + 4);
      page.text(x, bottom + 18, Pen.MIDDLE.dim(), tick.text());
    }
    Double reference = forest.reference();
    if (reference != null) {
      double x = left + PLOT * AxisTicks.place(forest.scale(), reference);
      page.line(Stroke.REFERENCE, x, 0, x, bottom + 4);
    }
    double y = 0;
    for (int i = 0; i < forest.marks().size(); i++) {
      row(forest.marks().get(i), labels.get(i), left, y + height(labels.get(i)) / 2);
      y += height(labels.get(i));
    }
    double width = left + PLOT + GAP + texts;
    List<String> axis = SvgText.lines(forest.axis(), SvgPage.SIZE, width, 2);
    page.texts(left + PLOT / 2, bottom + 40, Pen.MIDDLE.dim(), axis);
    return page.whole(forest.title(), width, bottom + 50 + (axis.size() - 1) * LINE);
  }

  private static double height(List<String> lines) {
    return Math.max(1, lines.size()) * LINE + 8;
  }

  private void row(Figure.Mark mark, List<String> label, double left, double y) {
    page.open(mark.label() + ": " + mark.text());
    page.texts(0, y, Pen.LEFT, label);
    Figure.Whisker whisker = mark.whisker();
    if (whisker == null) {
      List<String> why = SvgText.lines(mark.text(), SvgPage.SIZE, PLOT + texts, 1);
      double width = why.isEmpty() ? 0 : SvgText.width(why.getFirst(), SvgPage.SIZE);
      page.box(left + 2, y - 9, width, 18, "#ffffff");
      page.texts(left + 4, y, Pen.LEFT.dim(), why);
    } else {
      double low = place(left, whisker.low());
      double high = place(left, whisker.high());
      Stroke stroke = new Stroke(SvgPage.MAIN, 1.6, "");
      page.line(stroke, low, y, high, y);
      end(left, whisker.low(), y, -1);
      end(left, whisker.high(), y, 1);
      if (isWithin(whisker.at())) {
        page.circle(place(left, whisker.at()), y, 4, SvgPage.MAIN);
      }
      page.texts(left + PLOT + GAP, y, Pen.LEFT, List.of(mark.text()));
    }
    page.close();
  }

  /** A bar where an interval ends, an arrow where it goes on beyond the axis. */
  private void end(double left, double value, double y, int side) {
    double x = place(left, value);
    Stroke stroke = new Stroke(SvgPage.MAIN, 1.6, "");
    if (isWithin(value)) {
      page.line(stroke, x, y - 4, x, y + 4);
    } else {
      page.line(stroke, x - side * 5, y - 4, x, y, x - side * 5, y + 4);
    }
  }

  private boolean isWithin(double value) {
    double place = AxisTicks.place(forest.scale(), value);
    return place >= -1e-9 && place <= 1 + 1e-9;
  }

  private double place(double left, double value) {
    return left + PLOT * Math.clamp(AxisTicks.place(forest.scale(), value), 0, 1);
  }
}
