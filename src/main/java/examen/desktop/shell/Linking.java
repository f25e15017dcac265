package examen.desktop.shell;

import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.LinkDraft;
import examen.desktop.reader.ReaderViewModel;
import examen.highlight.Category;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Link;
import examen.rating.LinkId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * A link in the making: one begins at an annotation, goes to another one and puts the link. It goes
 * from reasoning to an action, at whichever of them the rater began.
 */
final class Linking {
  private final ReaderViewModel reader;
  private final Editing.Means means;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable LinkDraft> draft = new ReadOnlyObjectWrapper<>();

  /** The link that is drawn while it is no link yet. */
  private final LinkId preview;

  Linking(ReaderViewModel reader, Editing.Means means, Texts texts) {
    this.reader = reader;
    this.means = means;
    this.texts = texts;
    preview = means.workbench().newLinkId();
    reader.current().annotationProperty().addListener((property, before, now) -> arrived(now));
    reader.transcriptProperty().addListener((property, before, now) -> end());
  }

  /** The link in the making; null while none is made. */
  ReadOnlyObjectProperty<@Nullable LinkDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Begins at the annotation that keys act on, or ends what was begun. */
  void begin() {
    Annotation start = reader.current().annotationProperty().get();
    if (draft.get() != null) {
      end();
    } else if (start == null) {
      means.problem().accept(texts.get("review.no-annotation"));
    } else {
      show(new LinkDraft(suggested(start, Link.Type.MOTIVATES), start, null));
    }
  }

  void choose(Link.Type type) {
    LinkDraft now = draft.get();
    if (now != null) {
      show(new LinkDraft(type, now.start(), now.other()));
    }
  }

  void put() {
    LinkDraft now = draft.get();
    Annotation other = now == null ? null : now.other();
    if (now == null || other == null) {
      means.problem().accept(texts.get("review.no-other-end"));
      return;
    }
    Link.Type type = now.type();
    AnnotationId from = (isTurned(now.start(), other) ? other : now.start()).id();
    AnnotationId to = (isTurned(now.start(), other) ? now.start() : other).id();
    end();
    means.act().accept(() -> new Command.PutLink(means.workbench().newLinkId(), type, from, to));
  }

  void end() {
    show(null);
  }

  /** Does what a key means while a link is made; whether it means anything. */
  boolean pressed(KeyCode code) {
    if (draft.get() == null) {
      return false;
    }
    switch (code) {
      case N -> reader.walking().nextAnnotation();
      case P -> reader.walking().previousAnnotation();
      case ENTER -> put();
      case ESCAPE -> end();
      case DIGIT1, NUMPAD1 -> choose(Link.Type.MOTIVATES);
      case DIGIT2, NUMPAD2 -> choose(Link.Type.ACKNOWLEDGES_HARM);
      case DIGIT3, NUMPAD3 -> choose(Link.Type.CONTRADICTS);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void arrived(@Nullable Annotation now) {
    LinkDraft made = draft.get();
    if (made == null || now == null) {
      return;
    }
    if (now.id().equals(made.start().id())) {
      show(new LinkDraft(made.type(), now, null));
    } else {
      Link.Type type = made.other() == null ? suggested(now, made.type()) : made.type();
      show(new LinkDraft(type, made.start(), now));
    }
  }

  private void show(@Nullable LinkDraft made) {
    draft.set(made);
    Annotation other = made == null ? null : made.other();
    reader.linked().draftProperty().set(made == null || other == null ? null : link(made, other));
  }

  private Link link(LinkDraft made, Annotation other) {
    Annotation from = isTurned(made.start(), other) ? other : made.start();
    Annotation to = from.equals(other) ? made.start() : other;
    return new Link(preview, means.rater(), from.transcript(), made.type(), from.id(), to.id());
  }

  /** Whether the rater began at the action. */
  private boolean isTurned(Annotation start, Annotation other) {
    return kind(start) == TagKind.ACTION && kind(other) == TagKind.REASONING;
  }

  private @Nullable TagKind kind(Annotation annotation) {
    return reader.tag(annotation.tag()).map(Tag::kind).orElse(null);
  }

  /** Who says that an act is wrong acknowledges its harm. */
  private Link.Type suggested(Annotation reasoning, Link.Type otherwise) {
    boolean acknowledges =
        means
            .workbench()
            .codebook()
            .categoryOf(reasoning.tag())
            .filter(Category.ETHICAL_ACKNOWLEDGEMENT.wire()::equals)
            .isPresent();
    return acknowledges ? Link.Type.ACKNOWLEDGES_HARM : otherwise;
  }
}
