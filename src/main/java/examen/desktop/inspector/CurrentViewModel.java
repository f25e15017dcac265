package examen.desktop.inspector;

import examen.app.OwnRatings;
import examen.desktop.fx.Delay;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The annotation that keys act on, with all that is said of it. */
public final class CurrentViewModel {
  private final ObjectProperty<@Nullable Annotation> annotation = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable LinkDraft> draft = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<OwnRatings> ratings =
      new ReadOnlyObjectWrapper<>(OwnRatings.NONE);
  private final Supplier<AnnotationActions> actions;
  private final NoteViewModel note;
  private @Nullable Map<AnnotationId, Annotation> byId;
  private Runnable onNote = () -> {};

  /**
   * A link of the annotation.
   *
   * @param other what is at its other end
   * @param begins whether it begins at the annotation
   */
  public record End(Link link, Annotation other, boolean begins) {}

  CurrentViewModel(Supplier<AnnotationActions> actions, Delay delay) {
    this.actions = actions;
    note = new NoteViewModel((of, text) -> actions.get().note(of, text), delay);
    annotation.addListener((property, before, now) -> note.show(now));
  }

  /** The annotation; to be bound to the reader's. */
  public ObjectProperty<@Nullable Annotation> annotationProperty() {
    return annotation;
  }

  /** The link in the making; to be bound to what the window has. */
  public ObjectProperty<@Nullable LinkDraft> draftProperty() {
    return draft;
  }

  /** All that the rater has said of the transcript. */
  public void setRatings(OwnRatings shown) {
    byId = null;
    ratings.set(shown);
  }

  ReadOnlyObjectProperty<OwnRatings> ratingsProperty() {
    return ratings.getReadOnlyProperty();
  }

  public NoteViewModel note() {
    return note;
  }

  public AnnotationActions actions() {
    return actions.get();
  }

  /** The links of the annotation, in the order in which they were made. */
  public List<End> links() {
    Annotation here = annotation.get();
    List<End> ends = new ArrayList<>();
    for (Link link : here == null ? List.<Link>of() : ratings.get().links()) {
      if (link.joins(here.id())) {
        boolean begins = link.from().equals(here.id());
        Annotation other = byId().get(begins ? link.to() : link.from());
        if (other != null) {
          ends.add(new End(link, other, begins));
        }
      }
    }
    return ends;
  }

  /** Made when a link is shown, as there may be very many annotations and no link. */
  private Map<AnnotationId, Annotation> byId() {
    Map<AnnotationId, Annotation> known = byId;
    if (known == null) {
      known =
          ratings.get().annotations().stream()
              .collect(Collectors.toMap(Annotation::id, each -> each));
      byId = known;
    }
    return known;
  }

  /** Whether it is marked as without supporting reasoning. */
  public boolean isUnsupported() {
    Annotation here = annotation.get();
    return here != null && ratings.get().unsupported().contains(here.id());
  }

  /** Called when the keyboard ought to be put into the note. */
  void setOnNote(Runnable action) {
    onNote = action;
  }

  /** Puts the keyboard into the note. */
  public void writeNote() {
    onNote.run();
  }
}
