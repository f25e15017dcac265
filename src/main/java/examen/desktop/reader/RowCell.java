package examen.desktop.reader;

import examen.transcript.Role;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.Cell;

/**
 * One row on the screen: the role's bar at the left of the column and, for some, a piece of the
 * part's box.
 */
abstract class RowCell extends Region implements Cell<Block, Node> {
  static final double PAD = 16;

  private final Block block;
  private final Region bar = new Region();
  private final Region box = new Region();
  private double widest = Column.WIDEST;

  RowCell(Block block, Role role) {
    this.block = block;
    getStyleClass().add("row");
    bar.getStyleClass().addAll("role-bar", "role-" + role.wire());
    box.getStyleClass().add("box");
    box.setVisible(false);
    getChildren().addAll(box, bar);
  }

  @Override
  public final Node getNode() {
    return this;
  }

  final Block block() {
    return block;
  }

  /** Lets the column be at most so wide, in pixels. */
  final void setWidest(double pixels) {
    widest = pixels;
  }

  /** The column in a row of this width. */
  final Column column(double width) {
    return Column.in(width, widest);
  }

  /** For rows that are of no message. */
  final void withoutBar() {
    bar.setVisible(false);
  }

  /** Draws marks, selection and caret anew; nothing for rows without text. */
  void repaint() {}

  /** The same, where there is anything else to draw than the last time. */
  void repaintIfChanged() {}

  /** Shows the box of a part around this row; {@code place} is top, middle, bottom or whole. */
  final void boxed(String kind, String place) {
    box.getStyleClass().addAll("box-" + kind, place);
    box.setVisible(true);
  }

  /** Height of what the row shows, in a column. */
  abstract double contentHeight(Column column);

  /** Lays out what the row shows; {@code top} is where it begins. */
  abstract void layoutContent(Column column, double top);

  /** Space above the row's box, in pixels. */
  double above() {
    return 0;
  }

  /** A closed box keeps its distance from what follows. */
  double below() {
    return box.isVisible() && block.last() ? 10 : 0;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(above() + contentHeight(column(width)) + below());
  }

  @Override
  protected final void layoutChildren() {
    Column column = column(getWidth());
    double barTop = this instanceof HeadCell ? above() : 0;
    bar.resizeRelocate(column.left() - Column.BAR_OFFSET, barTop, 3, getHeight() - barTop);
    box.resizeRelocate(column.left(), above(), column.width(), getHeight() - above() - below());
    layoutContent(column, above());
    repaint();
  }
}
