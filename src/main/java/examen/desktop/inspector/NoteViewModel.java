package examen.desktop.inspector;

import examen.desktop.fx.Delay;
import examen.rating.Annotation;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The note of the annotation that keys act on, while it is typed. It is stored after a pause and
 * before anything else is shown, so that nothing typed is lost.
 */
public final class NoteViewModel {
  private final StringProperty text = new SimpleStringProperty("");
  private final BiConsumer<Annotation, String> store;
  private final Delay delay;
  private @Nullable Annotation of;

  /** What the field showed before the rater changed it. */
  private String shown = "";

  /** What was given to be stored and has not come back yet. */
  private @Nullable String sent;

  NoteViewModel(BiConsumer<Annotation, String> store, Delay delay) {
    this.store = store;
    this.delay = delay;
    text.addListener((property, before, now) -> typed());
  }

  /** What is typed; a field for it may leave out characters that it cannot show. */
  public StringProperty textProperty() {
    return text;
  }

  /** Stores what was typed, if anything was. */
  public void flush() {
    delay.close();
    Annotation annotation = of;
    if (annotation != null && !text.get().equals(shown)) {
      shown = text.get();
      sent = shown;
      store.accept(annotation, shown);
    }
  }

  /** The field shows this now in place of the note, as it cannot show all of it. */
  void shows(String instead) {
    shown = instead;
  }

  void show(@Nullable Annotation annotation) {
    Annotation before = of;
    boolean same = before != null && annotation != null && before.id().equals(annotation.id());
    if (!same) {
      flush();
      sent = null;
    }
    of = annotation;
    String note = annotation == null ? "" : annotation.note();
    if (note.equals(sent)) {
      sent = null;
    }
    boolean typing = same && (sent != null || !text.get().equals(shown));
    if (!typing) {
      shown = note;
      text.set(note);
    }
  }

  private void typed() {
    if (of != null && !text.get().equals(shown)) {
      delay.then(this::flush);
    }
  }
}
