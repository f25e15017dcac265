package examen.export;

import examen.export.SvgPage.Pen;
import examen.export.SvgPage.Stroke;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table whose cells are shaded. */
final class SvgGrid {
  private static final double MOST_NAME = 180;
  private static final double LINE = 16;
  private static final double GAP = 10;
  private static final int[] EMPTY = {0xff, 0xff, 0xff};
  private static final int[] FULL = {0x9a, 0xae, 0xe6};

  private final Figure.Grid grid;
  private final SvgPage page = new SvgPage();
  private final double named;
  private final double tile;

  SvgGrid(Figure.Grid grid) {
    this.grid = grid;
    double widest = SvgText.width(grid.rowTitle(), SvgPage.SIZE);
    for (String row : grid.rows()) {
      widest = Math.max(widest, SvgText.width(row, SvgPage.SIZE));
    }
    named = Math.min(MOST_NAME, widest);
    double widestTile = 84;
    for (List<Figure.Tile> row : grid.tiles()) {
      for (Figure.Tile each : row) {
        for (String line : each.text().split("\n", -1)) {
          widestTile = Math.max(widestTile, SvgText.width(line, SvgPage.SIZE) + 16);
        }
      }
    }
    tile = Math.min(170, widestTile);
  }

  String draw() {
    double left = named + GAP;
    double width = left + tile * grid.columns().size();
    List<List<String>> heads =
        grid.columns().stream()
            .map(column -> SvgText.lines(column, SvgPage.SIZE, tile - 8, 2))
            .toList();
    int most = heads.stream().mapToInt(List::size).max().orElse(0);
    page.texts((left + width) / 2, LINE / 2, Pen.MIDDLE.dim(), List.of(grid.columnTitle()));
    double top = LINE + 6 + most * LINE;
    page.texts(
        0,
        top - LINE / 2 - 2,
        Pen.LEFT.dim(),
        SvgText.lines(grid.rowTitle(), SvgPage.SIZE, named + 1, 1));
    for (int i = 0; i < heads.size(); i++) {
      page.texts(left + tile * (i + 0.5), LINE + 2 + most * LINE / 2.0, Pen.MIDDLE, heads.get(i));
    }
    double y = top;
    for (int i = 0; i < grid.rows().size(); i++) {
      y += row(i, left, y);
    }
    return page.whole(grid.title(), width, y);
  }

  private double row(int index, double left, double y) {
    List<Figure.Tile> tiles = grid.tiles().get(index);
    List<List<String>> texts = new ArrayList<>();
    int most = 1;
    for (Figure.Tile each : tiles) {
      List<String> lines = new ArrayList<>();
      for (String line : each.text().split("\n", -1)) {
        lines.addAll(SvgText.lines(line, SvgPage.SIZE, tile - 12, 2));
      }
      texts.add(lines);
      most = Math.max(most, lines.size());
    }
    double height = Math.max(most, 2) * LINE + 14;
    String name = grid.rows().get(index);
    page.texts(0, y + height / 2, Pen.LEFT, SvgText.lines(name, SvgPage.SIZE, named + 1, 2));
    for (int i = 0; i < tiles.size(); i++) {
      page.open(name + ", " + grid.columns().get(i) + ": " + tiles.get(i).text());
      tile(tiles.get(i), texts.get(i), left + tile * i, y, height);
      page.close();
    }
    return height;
  }

  private void tile(Figure.Tile each, List<String> lines, double x, double y, double height) {
    Double shade = each.shade();
    page.box(x + 1, y + 1, tile - 2, height - 2, shade == null ? "#f6f4ef" : colour(shade));
    boolean marked = each.emphasis() == Figure.Emphasis.MARKED;
    Stroke edge = new Stroke(marked ? SvgPage.MARKED : SvgPage.LINE, marked ? 2.5 : 1, "");
    double in = marked ? 2.5 : 1;
    double right = x + tile - in;
    double bottom = y + height - in;
    page.line(edge, x + in, y + in, right, y + in, right, bottom, x + in, bottom, x + in, y + in);
    Pen pen = shade == null ? Pen.MIDDLE.dim() : Pen.MIDDLE;
    page.texts(x + tile / 2, y + height / 2, pen, lines);
  }

  private static String colour(double shade) {
    StringBuilder out = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      double mixed = EMPTY[i] + (FULL[i] - EMPTY[i]) * Math.clamp(shade, 0, 1);
      out.append(String.format(Locale.ROOT, "%02x", Math.round(mixed)));
    }
    return out.toString();
  }
}
