package examen.desktop.reader;

import examen.codebook.Tag;
import examen.desktop.fx.VisibleText;
import examen.rating.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The names of tags beside the lines where their annotations begin. They stand under each other as
 * far as the text beside them reaches; of those that find no room there only the number is said.
 */
final class MarginTags {
  static final double LEFT = 24;
  private static final double LOWEST = 20;
  private static final double APART = 2;
  private static final double COUNT = 24;

  private final ReaderViewModel model;
  private final List<Named> named = new ArrayList<>();

  /**
   * Where the margin is, in the group.
   *
   * @param line how high a line of the text beside it is
   */
  record Margin(double left, double width, double line) {
    /** How high a name is: large letters have high lines. */
    double height() {
      return Math.max(LOWEST, Math.ceil(line));
    }
  }

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
  void paint(Pieces group, Margin margin, double bottom) {
    Annotation current = model.current().annotationProperty().get();
    named.sort(
        Comparator.comparingDouble(Named::y)
            .thenComparing(each -> !each.annotation().equals(current)));
    double free = 0;
    for (int i = 0; i < named.size(); i++) {
      double y = Math.max(free, named.get(i).y());
      boolean last = y + APART + 2 * margin.height() > bottom + 4;
      int more = last ? named.size() - 1 - i : 0;
      paint(group, margin, new Named(named.get(i).annotation(), y), more);
      if (more > 0) {
        break;
      }
      free = y + APART + margin.height();
    }
    named.clear();
  }

  private void paint(Pieces group, Margin margin, Named at, int more) {
    Annotation annotation = at.annotation();
    Tag tag = model.tag(annotation.tag()).orElse(null);
    String name = VisibleText.inOneLine(tag == null ? annotation.tag().value() : tag.name());
    boolean current = annotation.equals(model.current().annotationProperty().get());
    Name look =
        new Name(
            name + marks(annotation),
            "tag-" + (tag == null ? "unknown" : tag.colour()),
            current,
            more,
            margin,
            at.y());
    group.add(look, () -> new Names(look));
  }

  /** All on which it depends how a name looks; {@code more} others are not named. */
  private record Name(
      String text, String style, boolean current, int more, Margin margin, double y) {}

  private String marks(Annotation annotation) {
    return model.linked().isUnsupported(annotation.id()) ? " \u2205" : "";
  }

  /** A name, as wide as it is or as there is room, and how many others have no room beside it. */
  private static final class Names extends Region {
    private final Name look;
    private final Label label;
    private final @Nullable Label count;

    Names(Name look) {
      this.look = look;
      label = label(look.text(), look.style());
      count = look.more() == 0 ? null : label("+" + look.more(), "tag-unknown");
      if (look.current()) {
        label.getStyleClass().add("margin-current");
      }
      if (count != null) {
        count.getStyleClass().add("margin-more");
      }
      relocate(look.margin().left(), look.y());
      resize(look.margin().width(), look.margin().height());
    }

    private Label label(String text, String style) {
      Label made = new Label(text);
      made.getStyleClass().addAll("margin-tag", style);
      getChildren().add(made);
      return made;
    }

    private double room() {
      return COUNT * look.margin().height() / LOWEST;
    }

    /** Only now is it known how wide the letters are. */
    @Override
    protected void layoutChildren() {
      double room = look.margin().width() - (count == null ? 0 : room() + 3);
      double wide = Math.ceil(Math.min(label.prefWidth(-1), room));
      label.resizeRelocate(0, 0, wide, look.margin().height());
      if (count != null) {
        count.resizeRelocate(wide + 3, 0, room(), look.margin().height());
      }
    }
  }
}
