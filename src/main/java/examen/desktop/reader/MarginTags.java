package examen.desktop.reader;

import examen.codebook.Tag;
import examen.desktop.fx.VisibleText;
import examen.rating.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * The names of tags beside the lines where their annotations begin. They stand under each other as
 * far as the text beside them reaches; of those that find no room there only the number is said.
 */
final class MarginTags {
  static final double LEFT = 24;
  private static final double HEIGHT = 20;
  private static final double STEP = HEIGHT + 2;
  private static final double COUNT = 24;

  private final ReaderViewModel model;
  private final List<Named> named = new ArrayList<>();

  /** Where the margin is, in the group. */
  record Margin(double left, double width) {}

  /** An annotation that begins at this height. */
  private record Named(Annotation annotation, double y) {}

  MarginTags(ReaderViewModel model) {
    this.model = model;
  }

  void add(Annotation annotation, double y) {
    named.add(new Named(annotation, y));
  }

  /**
   * Puts the names into a group and forgets them.
   *
   * @param bottom where the text ends that they stand beside
   */
  void paint(Group group, Margin margin, double bottom) {
    Annotation current = model.current().annotationProperty().get();
    named.sort(
        Comparator.comparingDouble(Named::y)
            .thenComparing(each -> !each.annotation().equals(current)));
    double free = 0;
    for (int i = 0; i < named.size(); i++) {
      double y = Math.max(free, named.get(i).y());
      boolean last = y + STEP + HEIGHT > bottom + 4;
      int more = last ? named.size() - 1 - i : 0;
      paint(group, margin, new Named(named.get(i).annotation(), y), more);
      if (more > 0) {
        break;
      }
      free = y + STEP;
    }
    named.clear();
  }

  private void paint(Group group, Margin margin, Named at, int more) {
    Annotation annotation = at.annotation();
    Tag tag = model.tag(annotation.tag()).orElse(null);
    String name = VisibleText.inOneLine(tag == null ? annotation.tag().value() : tag.name());
    Label label = label(group, name + marks(annotation), tag);
    if (annotation.equals(model.current().annotationProperty().get())) {
      label.getStyleClass().add("margin-current");
    }
    label.applyCss();
    double room = margin.width() - (more > 0 ? COUNT + 3 : 0);
    double wide = Math.ceil(Math.min(label.prefWidth(-1), room));
    label.resizeRelocate(margin.left(), at.y(), wide, HEIGHT);
    if (more > 0) {
      Label count = label(group, "+" + more, null);
      count.getStyleClass().add("margin-more");
      count.resizeRelocate(margin.left() + wide + 3, at.y(), COUNT, HEIGHT);
    }
  }

  private String marks(Annotation annotation) {
    return model.linked().isUnsupported(annotation.id()) ? " \u2205" : "";
  }

  private static Label label(Group group, String text, @Nullable Tag tag) {
    Label label = new Label(text);
    label.getStyleClass().addAll("margin-tag", "tag-" + (tag == null ? "unknown" : tag.colour()));
    label.setManaged(false);
    group.getChildren().add(label);
    return label;
  }
}
