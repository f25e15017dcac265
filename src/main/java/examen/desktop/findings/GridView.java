package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A table whose cells are shaded. */
final class GridView extends Region {
  private static final double GAP = 10;

  private final List<Label> rowNames = new ArrayList<>();
  private final List<Label> columnNames = new ArrayList<>();
  private final List<List<GridTile>> tiles = new ArrayList<>();
  private final Label rowTitle;
  private final Label columnTitle;

  GridView(Figure.Grid grid, Opener opener) {
    getStyleClass().addAll("drawing", "grid-figure");
    rowTitle = label(grid.rowTitle(), "figure-axis");
    columnTitle = label(grid.columnTitle(), "figure-axis");
    grid.columns().forEach(name -> columnNames.add(label(name, "grid-column")));
    grid.rows().forEach(name -> rowNames.add(label(name, "figure-label")));
    for (int i = 0; i < grid.tiles().size(); i++) {
      List<GridTile> row = new ArrayList<>();
      for (int j = 0; j < grid.tiles().get(i).size(); j++) {
        Figure.Tile tile = grid.tiles().get(i).get(j);
        GridTile view = new GridTile(tile);
        String where = grid.rows().get(i) + ", " + grid.columns().get(j);
        opener.on(view, tile.text().replace("\n", ", ") + " · " + where, tile.behind());
        row.add(view);
      }
      tiles.add(row);
    }
    getChildren().addAll(rowTitle, columnTitle);
    getChildren().addAll(columnNames);
    getChildren().addAll(rowNames);
    tiles.forEach(getChildren()::addAll);
    Roving.over(tiles);
  }

  private static Label label(String text, String style) {
    Label label = new Label(VisibleText.inOneLine(text));
    label.setWrapText(true);
    label.getStyleClass().add(style);
    label.setTooltip(new Tooltip(VisibleText.inOneLine(text)));
    return label;
  }

  private double em() {
    return rowTitle.getFont().getSize();
  }

  private double named() {
    double widest = rowTitle.prefWidth(-1);
    for (Label name : rowNames) {
      widest = Math.max(widest, name.prefWidth(-1));
    }
    return Math.min(Math.ceil(widest) + 1, 15 * em());
  }

  /** What the widest tile wants, within limits. */
  private double wanted() {
    double widest = 0;
    for (List<GridTile> row : tiles) {
      for (GridTile tile : row) {
        widest = Math.max(widest, tile.wanted());
      }
    }
    return Math.clamp(widest, 6.5 * em(), 13 * em());
  }

  private double tile(double whole) {
    int columns = Math.max(1, columnNames.size());
    double room = (whole - named() - GAP) / columns;
    return Math.floor(Math.clamp(room, wanted(), Math.max(wanted(), 12 * em())));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return snappedLeftInset() + snappedRightInset() + named() + GAP + wanted() * columnNames.size();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.max(computeMinWidth(-1), 58 * em());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private double room(double width) {
    double whole = width < 0 ? computePrefWidth(-1) : width;
    return whole - snappedLeftInset() - snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double whole = room(width);
    double height = top(whole) + snappedTopInset() + snappedBottomInset();
    for (int i = 0; i < tiles.size(); i++) {
      height += height(i, whole);
    }
    return height;
  }

  /** How high the names of the columns stand, with their title. */
  private double top(double whole) {
    double most = 0;
    for (Label name : columnNames) {
      most = Math.max(most, twoLines(name, tile(whole) - 8));
    }
    return Math.ceil(columnTitle.prefHeight(-1) + most + 12);
  }

  private static double twoLines(Label label, double width) {
    return Math.min(2.1 * label.prefHeight(-1), label.prefHeight(width));
  }

  private double height(int row, double whole) {
    double most = twoLines(rowNames.get(row), named()) + 8;
    for (GridTile tile : tiles.get(row)) {
      most = Math.max(most, tile.height(tile(whole)));
    }
    return Math.ceil(Math.max(most, 3.6 * em()));
  }

  @Override
  protected void layoutChildren() {
    double whole = room(getWidth());
    double named = named();
    double tile = tile(whole);
    double left = snappedLeftInset();
    double first = left + named + GAP;
    double y = snappedTopInset();
    double head = columnTitle.prefHeight(-1);
    double top = top(whole);
    columnTitle.resizeRelocate(
        first, y, Math.max(tile * columnNames.size(), whole - named - GAP), head);
    rowTitle.resizeRelocate(
        left, y + top - 6 - twoLines(rowTitle, named), named, twoLines(rowTitle, named));
    for (int i = 0; i < columnNames.size(); i++) {
      double height = twoLines(columnNames.get(i), tile - 8);
      columnNames
          .get(i)
          .resizeRelocate(first + i * tile + 4, y + top - 6 - height, tile - 8, height);
    }
    y += top;
    for (int i = 0; i < tiles.size(); i++) {
      double height = height(i, whole);
      double words = twoLines(rowNames.get(i), named);
      rowNames.get(i).resizeRelocate(left, y + Math.rint((height - words) / 2), named, words);
      for (int j = 0; j < tiles.get(i).size(); j++) {
        tiles.get(i).get(j).resizeRelocate(first + j * tile, y, tile, height);
      }
      y += height;
    }
  }
}
