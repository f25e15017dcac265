package examen.desktop.findings;

import examen.report.Figure;
import javafx.scene.layout.Region;

/** Draws figures: each kind in one way, whatever analysis it comes from. */
final class Figures {
  private Figures() {}

  static Region of(Figure figure, Opener opener) {
    return switch (figure) {
      case Figure.Forest forest -> new ForestView(forest, opener);
      case Figure.Grid grid -> new GridView(grid, opener);
      case Figure.Lines lines -> new LinesView(lines, opener);
    };
  }
}
