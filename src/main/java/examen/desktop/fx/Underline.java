package examen.desktop.fx;

import examen.app.JudgedHighlight;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Kind;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Shape;

/**
 * The lines by which the categories of highlights are told apart, each by its form and by its
 * colour.
 */
public final class Underline {
  private static final double WAVE = 4;
  private static final double AMPLITUDE = 2;
  private static final double TOOTH = 5;

  private Underline() {}

  /** The line of this category from {@code left} to {@code right}, at the height {@code y}. */
  public static Node of(Category category, double left, double right, double y) {
    double line = Math.floor(y) + 0.5;
    Node node =
        switch (category) {
          case STATES_EVALUATION -> straight(left, right, line, "solid");
          case STATES_REAL ->
              new Group(
                  straight(left, right, line - 1, "thin"), straight(left, right, line + 2, "thin"));
          case STATES_UNCERTAIN -> straight(left, right, line, "dashed");
          case ETHICAL_ACKNOWLEDGEMENT -> wave(left, right, line);
          case SELF_PRESERVATION -> straight(left, right, line + 0.5, "thick");
          case GOAL_PRESERVATION -> straight(left, right, line, "dash-dot");
          case LEVERAGE -> zigzag(left, right, line);
          case CONCEALMENT -> straight(left, right, line, "dotted");
          case INSTRUCTION_AWARENESS -> straight(left, right, line, "long-dash");
        };
    node.getStyleClass().add("category-" + category.wire());
    node.setManaged(false);
    return node;
  }

  /** The line of this highlight: that of its category, or of what classifiers point at. */
  public static Node of(JudgedHighlight highlight, double left, double right, double y) {
    Optional<Category> category =
        switch (highlight.highlight().foundBy()) {
          case FoundBy.Rule _ -> highlight.category();
          case FoundBy.Classifier _ -> Optional.empty();
        };
    return category
        .map(c -> of(c, left, right, y))
        .orElseGet(() -> imported(highlight.kind(), left, right, y));
  }

  /** The line of what classifiers point at: small teeth, in the colour of what it shows. */
  public static Node imported(Kind kind, double left, double right, double y) {
    double line = Math.floor(y) + 0.5;
    Path path = new Path();
    for (double x = left; x <= right; x += TOOTH) {
      path.getElements().addAll(new MoveTo(x, line - 1), new LineTo(x, line + 3));
    }
    Node node = new Group(straight(left, right, line - 1, "thin"), styled(path, "thin"));
    node.getStyleClass().add(style(kind));
    node.setManaged(false);
    return node;
  }

  /** The style class that has the colours of what a highlight shows. */
  public static String style(Kind kind) {
    return "category-"
        + switch (kind) {
          case Kind.Of(Category category) -> category.wire();
          case Kind.Named _ -> "imported";
        };
  }

  private static Shape straight(double left, double right, double y, String pattern) {
    return styled(new Line(left, y, right, y), pattern);
  }

  private static Shape wave(double left, double right, double y) {
    Path path = new Path(new MoveTo(left, y));
    double sign = 1;
    for (double x = left; x + WAVE <= right; x += WAVE) {
      path.getElements()
          .add(new QuadCurveTo(x + WAVE / 2, y - sign * AMPLITUDE * 1.6, x + WAVE, y));
      sign = -sign;
    }
    return styled(path, "thin");
  }

  private static Shape zigzag(double left, double right, double y) {
    Path path = new Path(new MoveTo(left, y + AMPLITUDE));
    double up = -1;
    for (double x = left + WAVE; x <= right; x += WAVE) {
      path.getElements().add(new LineTo(x, y + (up < 0 ? -0.5 : AMPLITUDE)));
      up = -up;
    }
    return styled(path, "thin");
  }

  private static Shape styled(Shape shape, String pattern) {
    shape.getStyleClass().addAll("underline", pattern);
    shape.setFill(null);
    return shape;
  }
}
