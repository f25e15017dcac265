package examen.desktop.inspector;

import examen.app.ImportedHighlights.Loose;
import examen.app.JudgedHighlight;
import examen.app.Learning;
import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.Delay;
import examen.desktop.fx.Pause;
import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the transcript: its annotations, the highlight at the caret, the tags there
 * are.
 */
public final class InspectorViewModel {
  private static final int NOTE_PAUSE = 1_200;

  private final ObservableList<Annotation> annotations = FXCollections.observableArrayList();
  private final ObservableList<Loose> loose = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Codebook> codebook = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable JudgedHighlight> highlight = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Annotation>> atCaret = new SimpleObjectProperty<>(List.of());
  private final BooleanProperty choosing = new SimpleBooleanProperty();
  private final BooleanProperty covered = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Learning> learning = new ReadOnlyObjectWrapper<>();
  private final Actions actions;
  private final CurrentViewModel current;
  private Map<Highlight, Likelihood> likelihoods = Map.of();

  /** What the inspector asks the window to do. */
  public interface Actions {
    /** Take this annotation away. */
    void remove(AnnotationId annotation);

    /** Show this place in the reader. */
    void goTo(Anchor anchor);

    /** Put this tag on what is selected. */
    void put(TagId tag);

    /** Have the project show what decisions teach at another time. */
    void showSuggestions(Suggesting when);

    /** What can be done with the highlight at the caret. */
    HighlightActions highlight();

    /** The questions about the transcript. */
    QuestionsViewModel questions();

    /** What can be done with the annotation that keys act on. */
    AnnotationActions annotation();
  }

  public InspectorViewModel(Actions actions) {
    this(actions, new Pause(NOTE_PAUSE));
  }

  /**
   * @param delay how long a note waits to be stored while it is typed
   */
  public InspectorViewModel(Actions actions, Delay delay) {
    this.actions = actions;
    current = new CurrentViewModel(actions::annotation, delay);
  }

  /** The annotation that keys act on. */
  public CurrentViewModel current() {
    return current;
  }

  /** The annotations of the transcript, in reading order. */
  public void setAnnotations(List<Annotation> shown) {
    annotations.setAll(shown);
  }

  /** What classifiers cite of the transcript that has no place in its text. */
  public void setLoose(List<Loose> shown) {
    loose.setAll(shown);
  }

  ObservableList<Loose> loose() {
    return loose;
  }

  public void setCodebook(Codebook shown) {
    codebook.set(shown);
  }

  public ObservableList<Annotation> annotations() {
    return annotations;
  }

  public ReadOnlyObjectProperty<@Nullable Codebook> codebookProperty() {
    return codebook.getReadOnlyProperty();
  }

  /** The highlight at the caret; to be bound to the reader's. */
  public ObjectProperty<@Nullable JudgedHighlight> highlightProperty() {
    return highlight;
  }

  /** Says how likely highlights are to be accepted, and how far learning that has got. */
  public void setRecommended(Map<Highlight, Likelihood> shown, @Nullable Learning progress) {
    likelihoods = shown;
    learning.set(progress);
  }

  Optional<Likelihood> likelihood(Highlight of) {
    return Optional.ofNullable(likelihoods.get(of));
  }

  /** How far the project has got with learning from decisions; null while nothing is open. */
  public ReadOnlyObjectProperty<@Nullable Learning> learningProperty() {
    return learning.getReadOnlyProperty();
  }

  public void showSuggestions(Suggesting when) {
    actions.showSuggestions(when);
  }

  /** Whether categories are offered for the highlight; to be bound to what the window has. */
  public BooleanProperty choosingProperty() {
    return choosing;
  }

  /** Whether no words of the transcript are shown; to be bound to what the window has. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  QuestionsViewModel questions() {
    return actions.questions();
  }

  HighlightActions highlightActions() {
    return actions.highlight();
  }

  /** The annotations at the caret; to be bound to the reader's. */
  public ObjectProperty<List<Annotation>> atCaretProperty() {
    return atCaret;
  }

  public Optional<Tag> tag(TagId id) {
    Codebook known = codebook.get();
    return known == null ? Optional.empty() : known.tag(id);
  }

  /** Goes on to the next annotation at the caret. */
  void cycle() {
    actions.annotation().cycle();
  }

  public void remove(Annotation annotation) {
    actions.remove(annotation.id());
  }

  public void goTo(Annotation annotation) {
    actions.annotation().goTo(annotation.id());
  }

  public void put(Tag tag) {
    actions.put(tag.id());
  }
}
