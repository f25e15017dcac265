package examen.desktop.reader;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.transcript.Anchor;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which annotation keys act on: of those at the caret the innermost, until another one is asked
 * for.
 */
public final class CurrentAnnotation {
  private final ReadOnlyObjectWrapper<@Nullable Annotation> annotation =
      new ReadOnlyObjectWrapper<>();
  private List<Annotation> here = List.of();
  private Place at = new Place(0, 0, 0);
  private @Nullable AnnotationId chosen;
  private @Nullable Annotation last;

  CurrentAnnotation() {}

  /** The annotation that keys act on; null where the caret stands in none. */
  public ReadOnlyObjectProperty<@Nullable Annotation> annotationProperty() {
    return annotation.getReadOnlyProperty();
  }

  /** Goes on to the next annotation around the caret, and from the outermost to the innermost. */
  public void cycle() {
    Annotation now = annotation.get();
    if (now != null && here.size() > 1) {
      chosen = here.get((here.indexOf(now) + 1) % here.size()).id();
      find();
    }
  }

  /**
   * The annotation that was last the current one in this transcript, also when words elsewhere are
   * selected by now; null where there was none or it is gone.
   */
  public @Nullable Annotation remembered() {
    return last;
  }

  /** Keeps of what is remembered only what is still there. */
  void keep(List<Annotation> all) {
    Annotation was = last;
    last =
        was == null
            ? null
            : all.stream().filter(each -> each.id().equals(was.id())).findFirst().orElse(null);
  }

  /** Takes this one, as soon as it is at the caret and until the caret moves. */
  public void choose(AnnotationId id) {
    chosen = id;
    find();
  }

  /** The caret moves: what was chosen where it was counts no longer. */
  void release() {
    chosen = null;
  }

  /** These are at the caret now. Of two that are equally long, the newer is taken for the inner. */
  void at(Place place, List<Annotation> found) {
    at = place;
    here =
        found.reversed().stream().distinct().sorted(Comparator.comparingInt(this::length)).toList();
    find();
  }

  private void find() {
    annotation.set(
        here.stream()
            .filter(each -> each.id().equals(chosen))
            .findFirst()
            .orElse(here.isEmpty() ? null : here.getFirst()));
    if (annotation.get() != null) {
      last = annotation.get();
    }
  }

  /** Whether this place is the one in which the caret, or the start of the selection, stands. */
  public boolean isAt(Anchor anchor) {
    return Place.startOf(anchor).samePart(at)
        && anchor.span().start() <= at.offset()
        && at.offset() < anchor.span().end();
  }

  /** How long the one of its places is that holds the caret. */
  private int length(Annotation annotation) {
    return annotation.anchors().stream()
        .filter(this::isAt)
        .mapToInt(anchor -> anchor.span().length())
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
