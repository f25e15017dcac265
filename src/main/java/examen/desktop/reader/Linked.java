package examen.desktop.reader;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The links among the annotations that are shown, and which of them are without support. Only when
 * the other end of a link is asked for are the annotations put in order by id: there may be many.
 */
public final class Linked {
  private final ReadOnlyObjectWrapper<List<Link>> links = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Link> draft = new SimpleObjectProperty<>();
  private List<Annotation> annotations = List.of();
  private @Nullable Map<AnnotationId, Annotation> byId;
  private Set<AnnotationId> unsupported = Set.of();

  Linked() {}

  /**
   * Shows these links.
   *
   * @param among the annotations that they join
   * @param without the actions that are marked as without supporting reasoning
   */
  public void show(List<Link> shown, List<Annotation> among, Set<AnnotationId> without) {
    annotations = among;
    byId = null;
    unsupported = Set.copyOf(without);
    links.set(List.copyOf(shown));
  }

  public ReadOnlyObjectProperty<List<Link>> linksProperty() {
    return links.getReadOnlyProperty();
  }

  /** A link in the making; null where there is none. */
  public ObjectProperty<@Nullable Link> draftProperty() {
    return draft;
  }

  public boolean isUnsupported(AnnotationId id) {
    return unsupported.contains(id);
  }

  /** The links that begin or end at this annotation. */
  public List<Link> of(AnnotationId id) {
    return links.get().stream().filter(link -> link.joins(id)).toList();
  }

  public Optional<Annotation> annotation(AnnotationId id) {
    Map<AnnotationId, Annotation> known = byId;
    if (known == null) {
      known = annotations.stream().collect(Collectors.toMap(Annotation::id, each -> each));
      byId = known;
    }
    return Optional.ofNullable(known.get(id));
  }
}
