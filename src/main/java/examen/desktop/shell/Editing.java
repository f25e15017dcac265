package examen.desktop.shell;

import examen.app.Workbench;
import examen.codebook.TagKind;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.AnnotationActions;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.reader.ReaderViewModel;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.Places;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a rater says of the annotation that keys act on. */
final class Editing implements AnnotationActions {
  private final ReaderViewModel reader;
  private final Means means;
  private final Linking linking;
  private final Texts texts;
  private Runnable onLeaveNote = () -> {};

  /**
   * What annotations are changed with.
   *
   * @param act has a command made and done
   * @param problem says in one line why nothing is done
   */
  record Means(
      Workbench workbench,
      RaterId rater,
      Consumer<Supplier<Command>> act,
      Consumer<String> problem,
      InspectorViewModel inspector) {}

  Editing(ReaderViewModel reader, Means means, Texts texts) {
    this.reader = reader;
    this.means = means;
    this.texts = texts;
    linking = new Linking(reader, means, texts);
  }

  Linking linking() {
    return linking;
  }

  /** Called when the keyboard ought to go back into the transcript. */
  void setOnLeaveNote(Runnable action) {
    onLeaveNote = action;
  }

  /** Puts the keyboard into the note of the annotation. */
  void writeNote() {
    if (current() != null) {
      means.inspector().current().writeNote();
    }
  }

  @Override
  public void cycle() {
    reader.current().cycle();
  }

  @Override
  public void severity(int severity) {
    editAction(a -> a.withSeverity(Objects.equals(a.severity(), severity) ? null : severity));
  }

  @Override
  public void enactment(Enactment enactment) {
    editAction(a -> a.withEnactment(a.enactment() == enactment ? null : enactment));
  }

  @Override
  public void confidence(Confidence confidence) {
    edit(a -> a.withConfidence(a.confidence() == confidence ? null : confidence));
  }

  @Override
  public void note(Annotation annotation, String note) {
    edit(annotation, a -> a.withNote(note));
  }

  @Override
  public void addPlaces() {
    Transcript shown = reader.transcriptProperty().get();
    Annotation chosen = reader.current().remembered();
    List<Anchor> selected = reader.selectionProperty().get();
    if (chosen == null) {
      means.problem().accept(texts.get("review.no-annotation"));
    } else if (shown == null || selected.isEmpty()) {
      means.problem().accept(texts.get("review.nothing-to-add"));
    } else {
      edit(chosen, a -> a.withAnchors(Places.joined(shown, a.anchors(), selected)));
      reader.current().choose(chosen.id());
    }
  }

  @Override
  public void removePlace() {
    Annotation chosen = current();
    if (chosen == null) {
      return;
    }
    List<Anchor> left =
        chosen.anchors().stream().filter(anchor -> !reader.current().isAt(anchor)).toList();
    if (left.isEmpty()) {
      means.problem().accept(texts.get("review.only-place"));
    } else {
      edit(
          chosen,
          a -> a.withAnchors(a.anchors().stream().filter(each -> left.contains(each)).toList()));
    }
  }

  @Override
  public void markUnsupported() {
    Annotation chosen = current();
    if (chosen != null) {
      AnnotationId id = chosen.id();
      boolean marked = reader.linked().isUnsupported(id);
      means
          .act()
          .accept(
              () -> marked ? new Command.UnmarkUnsupported(id) : new Command.MarkUnsupported(id));
    }
  }

  @Override
  public void beginLink() {
    linking.begin();
  }

  @Override
  public void chooseType(Link.Type type) {
    linking.choose(type);
  }

  @Override
  public void putLink() {
    linking.put();
  }

  @Override
  public void endLink() {
    linking.end();
  }

  @Override
  public void removeLink(LinkId link) {
    means.act().accept(() -> new Command.RemoveLink(link));
  }

  @Override
  public void goTo(AnnotationId annotation) {
    reader.marksProperty().get().annotations().stream()
        .filter(each -> each.id().equals(annotation))
        .findFirst()
        .ifPresent(reader::goTo);
  }

  @Override
  public void leaveNote() {
    onLeaveNote.run();
  }

  private void edit(UnaryOperator<Annotation> change) {
    Annotation chosen = current();
    if (chosen != null) {
      edit(chosen, change);
    }
  }

  /** Of reasoning it is neither said how severe it is nor how far it went. */
  private void editAction(UnaryOperator<Annotation> change) {
    Annotation chosen = current();
    if (chosen == null) {
      return;
    }
    boolean reasoning =
        reader.tag(chosen.tag()).filter(tag -> tag.kind() == TagKind.REASONING).isPresent();
    if (reasoning && chosen.severity() == null && chosen.enactment() == null) {
      means.problem().accept(texts.get("review.only-actions"));
    } else {
      edit(chosen, change);
    }
  }

  /**
   * Changes the annotation as it is when its turn comes: what was asked just before may not be on
   * the screen yet.
   */
  private void edit(Annotation shown, UnaryOperator<Annotation> change) {
    means
        .act()
        .accept(
            () ->
                means.workbench().annotations(shown.transcript(), means.rater()).stream()
                    .filter(now -> now.id().equals(shown.id()))
                    .findFirst()
                    .<Command>map(now -> new Command.Edit(change.apply(now)))
                    .orElseGet(() -> new Command.Edit(shown)));
  }

  private @Nullable Annotation current() {
    Annotation chosen = reader.current().annotationProperty().get();
    if (chosen == null) {
      means.problem().accept(texts.get("review.no-annotation"));
    }
    return chosen;
  }
}
