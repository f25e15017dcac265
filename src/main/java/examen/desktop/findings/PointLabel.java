package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The number of a point, beside it where there is room. */
final class PointLabel extends Label {
  private static final double GAP = 4;

  private final Region point;

  /**
   * @param label what a table says of the point, its number first, with two blanks behind it
   */
  PointLabel(Region point, String label) {
    this.point = point;
    int end = label.indexOf("  ");
    setText(VisibleText.inOneLine(end < 0 ? label : label.substring(0, end)));
    setMouseTransparent(true);
    getStyleClass().addAll("figure-tick", "point-label");
  }

  /**
   * Stands beside the point, or is not shown.
   *
   * @param taken where something else is; where this one stands is added
   */
  void place(BoundingBox within, List<BoundingBox> taken) {
    double width = Math.ceil(prefWidth(-1));
    double height = Math.ceil(prefHeight(-1));
    double right = point.getLayoutX() + point.getWidth();
    double middle = point.getLayoutY() + (point.getHeight() - height) / 2;
    double over = point.getLayoutY() - height + 2;
    double under = point.getLayoutY() + point.getHeight() - 2;
    for (BoundingBox at :
        List.of(
            new BoundingBox(right + GAP, middle, width, height),
            new BoundingBox(right + GAP - 2, over, width, height),
            new BoundingBox(right + GAP - 2, under, width, height),
            new BoundingBox(point.getLayoutX() - GAP - width, middle, width, height))) {
      if (within.contains(at) && taken.stream().noneMatch(at::intersects)) {
        resizeRelocate(Math.rint(at.getMinX()), Math.rint(at.getMinY()), width, height);
        taken.add(at);
        setVisible(true);
        return;
      }
    }
    setVisible(false);
  }
}
