package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Branch;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the reader shows: a transcript, its marks, where the caret is and what is selected. */
public final class ReaderViewModel {
  private static final Place NOWHERE = new Place(0, 0, 0);

  private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
      new ReadOnlyObjectWrapper<>();
  private final Marking marking = new Marking();
  private final ReadOnlyObjectWrapper<Place> caret = new ReadOnlyObjectWrapper<>(NOWHERE);
  private final ReadOnlyObjectWrapper<List<Anchor>> selection =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable JudgedHighlight> highlight =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Annotation>> annotationsAtCaret =
      new ReadOnlyObjectWrapper<>(List.of());
  private final CurrentAnnotation current = new CurrentAnnotation();
  private final Linked linked = new Linked();
  private final Folding folding = new Folding();
  private final RowList rows = new RowList(folding);
  private final Branching branching = new Branching(this);
  private final Rendering rendering = new Rendering(rows::renew);
  private Runnable onView = () -> {};
  private final Selecting selecting = new Selecting(this);
  private final Walking walking = new Walking(this);

  private @Nullable Movement movement;
  private @Nullable Codebook codebook;
  private Place mark = NOWHERE;
  private @Nullable Highlight chosen;
  private Consumer<Place> onReveal = place -> {};
  private Runnable onLayers = () -> {};

  public ReaderViewModel() {
    marking
        .marksProperty()
        .addListener(
            (property, before, now) -> {
              current.keep(now.annotations());
              findAtCaret();
            });
  }

  /** Shows this transcript from its start, without marks; null shows nothing. */
  public void show(@Nullable Transcript shown) {
    marking.begin(shown);
    transcript.set(shown);
    branching.begin(shown);
    take();
    mark = movement == null || movement.starts().isEmpty() ? NOWHERE : movement.starts().getFirst();
    setCaret(mark);
    onReveal.accept(mark);
  }

  /** Shows this way through a transcript that forks; the caret stays where it also leads. */
  public void showBranch(Branch chosen) {
    if (takeBranch(chosen)) {
      onReveal.accept(caret.get());
    }
  }

  /** The same, but moves nothing on the screen; gives whether the caret had to be moved. */
  boolean takeBranch(Branch chosen) {
    Branch before = branching.branchProperty().get();
    if (transcript.get() == null || before == null || chosen.equals(before)) {
      return false;
    }
    branching.choose(chosen);
    take();
    Movement now = movement;
    if (now == null || chosen.messages().contains(caret.get().message())) {
      return false;
    }
    mark = now.firstOf(chosen.messages(), Ways.common(List.of(before, chosen)));
    setCaret(mark);
    return true;
  }

  /** Whether Markdown and the colours of terminals are shown as what they mean. */
  public Rendering rendering() {
    return rendering;
  }

  /** The ways through a transcript that forks. */
  public Branching branching() {
    return branching;
  }

  public void setHighlights(List<Highlight> shown) {
    marking.setHighlights(shown);
  }

  public void setAnnotations(List<Annotation> shown) {
    marking.setAnnotations(shown);
  }

  /** The codebook from which annotations take name and colour. */
  public void setCodebook(Codebook shown) {
    codebook = shown;
    marking.showAgain();
  }

  /** What is marked, and which layers of highlights are shown. */
  public Marking marking() {
    return marking;
  }

  public Optional<Tag> tag(TagId id) {
    return codebook == null ? Optional.empty() : codebook.tag(id);
  }

  public ReadOnlyObjectProperty<@Nullable Transcript> transcriptProperty() {
    return transcript.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Marks> marksProperty() {
    return marking.marksProperty();
  }

  public ReadOnlyObjectProperty<Place> caretProperty() {
    return caret.getReadOnlyProperty();
  }

  /** What is selected: one anchor for each part that the selection touches, in reading order. */
  public ReadOnlyObjectProperty<List<Anchor>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** The innermost highlight at the caret. */
  public ReadOnlyObjectProperty<@Nullable JudgedHighlight> highlightProperty() {
    return highlight.getReadOnlyProperty();
  }

  /** The annotations that hold the caret, outermost first. */
  public ReadOnlyObjectProperty<List<Annotation>> annotationsAtCaretProperty() {
    return annotationsAtCaret.getReadOnlyProperty();
  }

  /** Which of the annotations at the caret keys act on. */
  public CurrentAnnotation current() {
    return current;
  }

  /** What the annotations say of each other. */
  public Linked linked() {
    return linked;
  }

  /** The rows on the screen, as far as they are unfolded. */
  public ObservableList<Block> rows() {
    return rows.rows();
  }

  /** The rows, and where places are among them. */
  RowList rowList() {
    return rows;
  }

  /** What of the transcript is folded. */
  public Folding folding() {
    return folding;
  }

  /** Selecting by characters, words, sentences and paragraphs. */
  public Selecting selecting() {
    return selecting;
  }

  /** Going from message to message, highlight to highlight, annotation to annotation. */
  public Walking walking() {
    return walking;
  }

  /** Where words and sentences begin in what is shown; null where nothing is. */
  @Nullable Movement movement() {
    return movement;
  }

  /** The text of the part from which this row is. */
  String text(Block row) {
    return movement == null ? "" : movement.text(new Place(row.message(), row.part(), 0));
  }

  /** The row in which the caret stands; null where there is none with text. */
  @Nullable Block caretRow() {
    return caretRowFor(caret.get());
  }

  /** The row with text in which a caret at this place stands; null where there is none. */
  @Nullable Block caretRowFor(Place place) {
    return rows.wordsAt(place);
  }

  /** Called when a place ought to be brought into sight. */
  public void setOnReveal(Consumer<Place> action) {
    onReveal = action;
  }

  /** Called when the keyboard ought to be put on the layers of highlights. */
  public void setOnLayers(Runnable action) {
    onLayers = action;
  }

  /** Puts the keyboard on the layers of highlights. */
  public void goToLayers() {
    onLayers.run();
  }

  /** Called when the menu of how the transcript is shown ought to be opened. */
  void setOnView(Runnable action) {
    onView = action;
  }

  /** Opens the menu of how the transcript is shown. */
  public void openView() {
    onView.run();
  }

  /** Puts the caret at the start of this anchor and brings it into sight. */
  public void goTo(Anchor anchor) {
    goTo(Place.startOf(anchor));
    rows.reveal(Place.lastOf(anchor));
  }

  /** Puts the caret here and brings it into sight; nothing is selected then. */
  public void goTo(Place place) {
    moveTo(place);
    reveal(place);
  }

  /** Puts the caret here; nothing is selected then. */
  public void moveTo(Place place) {
    mark = at(place);
    setCaret(mark);
  }

  /** Extends the selection to this place. */
  public void extendTo(Place place) {
    setCaret(at(place));
  }

  /** Selects this span of the part that {@code place} is in. */
  public void select(Place place, Span span) {
    mark = at(place.at(span.start()));
    setCaret(at(place.at(span.end())));
  }

  /** Shows the message at the caret alone, or all again. */
  public void toggleAlone() {
    Integer alone = folding.aloneProperty().get();
    folding.showAlone(alone == null && transcript.get() != null ? caret.get().message() : null);
    onReveal.accept(caret.get());
  }

  /** Shows this annotation at the first of its places, as the one that keys act on. */
  public void goTo(Annotation annotation) {
    goTo(annotation.anchors().getFirst());
    current.choose(annotation.id());
  }

  /** The selected text as it stands in the source; parts are divided by an empty line. */
  public String selectedText() {
    return selection.get().stream().map(Anchor::quote).collect(Collectors.joining("\n\n"));
  }

  private void take() {
    Transcript shown = transcript.get();
    Branch branch = branching.branchProperty().get();
    List<Integer> messages = shown == null ? List.of() : Rows.messages(shown, branch);
    movement = shown == null ? null : new Movement(shown, messages);
    folding.begin(shown, messages);
    List<Block.Fork> forks = shown == null ? List.of() : Ways.forks(shown, branch);
    rows.show(shown, new RowList.Way(messages, forks, 0));
  }

  /** Shows this highlight, as the one that keys act on. */
  void goTo(JudgedHighlight found) {
    goTo(found.highlight().anchor());
    chosen = found.highlight();
    findAtCaret();
  }

  private void setCaret(Place place) {
    chosen = null;
    caret.set(place);
    selection.set(movement == null ? List.of() : rows.inSight(movement.between(mark, place)));
    current.release();
    findAtCaret();
  }

  private Place at(Place place) {
    return movement == null ? NOWHERE : movement.within(place);
  }

  private void findAtCaret() {
    Place at = start();
    highlight.set(marksProperty().get().highlightAt(at, chosen).orElse(null));
    annotationsAtCaret.set(marksProperty().get().annotationsAt(at));
    current.at(at, annotationsAtCaret.get());
  }

  /** Where the selection begins, or the caret where nothing is selected. */
  Place start() {
    return selection.get().isEmpty() ? caret.get() : Place.startOf(selection.get().getFirst());
  }

  /** Brings this place into sight, whatever is folded over it. */
  void reveal(Place place) {
    rows.reveal(place);
    onReveal.accept(place);
  }

  /** Brings the row in which this place is, or is folded, into sight. */
  void revealRow(Place place) {
    onReveal.accept(place);
  }
}
