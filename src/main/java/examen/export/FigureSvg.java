package examen.export;

import examen.report.Figure;

/** A figure as a drawing (SVG 1.1) that needs nothing else: no fonts, scripts or pictures. */
public final class FigureSvg {
  private FigureSvg() {}

  public static String of(Figure figure) {
    return switch (figure) {
      case Figure.Forest forest -> new SvgForest(forest).draw();
      case Figure.Grid grid -> new SvgGrid(grid).draw();
      case Figure.Lines lines -> new SvgLines(lines).draw();
    };
  }
}
