package examen.desktop.findings;

import examen.report.Figure;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One cell of a grid: words on a shade. */
final class GridTile extends Region {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double PADDING = 8;
  private static final double EDGE = 1.5;

  private final Region ground = new Region();
  private final Region shade = new Region();
  private final Region edge = new Region();
  private final VBox words = new VBox(1);

  GridTile(Figure.Tile tile) {
    getStyleClass().add("grid-tile");
    ground.getStyleClass().add("grid-ground");
    shade.getStyleClass().add("grid-shade");
    edge.getStyleClass().add("grid-edge");
    Double much = tile.shade();
    shade.setOpacity(much == null ? 0 : Math.clamp(much, 0, 1));
    words.setAlignment(Pos.CENTER);
    boolean first = true;
    for (String line : tile.text().split("\n", -1)) {
      Label label = new Label(examen.desktop.fx.VisibleText.inOneLine(line));
      label.setWrapText(true);
      label.setMinWidth(0);
      label.getStyleClass().add(first ? "grid-first" : "grid-more");
      if (much == null) {
        label.getStyleClass().add("undefined");
      }
      label.setUnderline(first && !tile.behind().isEmpty());
      words.getChildren().add(label);
      first = false;
    }
    getChildren().addAll(ground, shade, edge, words);
    getChildren().forEach(child -> child.setMouseTransparent(true));
    pseudoClassStateChanged(MARKED, tile.emphasis() == Figure.Emphasis.MARKED);
    setPickOnBounds(true);
  }

  /** How wide it would be if nothing were broken. */
  double wanted() {
    return Math.ceil(words.prefWidth(-1)) + 2 * PADDING + 2;
  }

  double height(double width) {
    return words.prefHeight(width - 2 * PADDING) + 2 * PADDING;
  }

  @Override
  protected void layoutChildren() {
    for (Region each : java.util.List.of(ground, shade, edge)) {
      each.resizeRelocate(EDGE, EDGE, getWidth() - 2 * EDGE, getHeight() - 2 * EDGE);
    }
    double room = getWidth() - 2 * PADDING;
    double height = Math.min(getHeight() - 4, words.prefHeight(room));
    words.resizeRelocate(PADDING, Math.rint((getHeight() - height) / 2), room, height);
  }
}
