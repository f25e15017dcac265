package examen.desktop.inspector;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.rating.AnswerSheet;
import examen.rating.AnswerSheet.Item;
import examen.rating.AnswerSheet.Standing;
import examen.transcript.Anchor;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The questions about the transcript with the rater's answers, and whether it is submitted. */
public final class QuestionsViewModel {
  private final ReadOnlyObjectWrapper<AnswerSheet> sheet =
      new ReadOnlyObjectWrapper<>(new AnswerSheet(List.of()));
  private final ReadOnlyObjectWrapper<@Nullable LocalDateTime> submitted =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable QuestionId> refused = new ReadOnlyObjectWrapper<>();
  private final Actions actions;
  private @Nullable Codebook codebook;
  private Consumer<@Nullable QuestionId> onFocus = question -> {};
  private Runnable onLeave = () -> {};

  /** What is asked of the window. */
  public interface Actions {
    /** Give this answer, in place of the one that was given. */
    void answer(QuestionId question, String answer);

    /** Take the answer back. */
    void withdraw(QuestionId question);

    /** Submit the review and go to the next transcript, or say what is missing. */
    void submit();

    /** Open the review again. */
    void reopen();

    /** Show this place in the reader. */
    void goTo(Anchor place);
  }

  public QuestionsViewModel(Actions actions) {
    this.actions = actions;
  }

  /** The codebook that has the tags by which answers are shown. */
  public void setCodebook(Codebook shown) {
    codebook = shown;
  }

  @Nullable Codebook codebook() {
    return codebook;
  }

  /**
   * Shows what was answered about a transcript.
   *
   * @param at when the review was submitted; null unless it is now
   */
  public void show(AnswerSheet answers, @Nullable LocalDateTime at) {
    QuestionId was = refused.get();
    if (was != null && answers.missing().stream().noneMatch(i -> i.question().id().equals(was))) {
      refused.set(null);
    }
    sheet.set(answers);
    submitted.set(at);
  }

  /** Forgets what was said of another transcript. */
  public void begin() {
    refused.set(null);
  }

  public ReadOnlyObjectProperty<AnswerSheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** When the review was submitted; null unless it is now. */
  public ReadOnlyObjectProperty<@Nullable LocalDateTime> submittedProperty() {
    return submitted.getReadOnlyProperty();
  }

  /** The question because of which submitting was refused; null where it was not. */
  public ReadOnlyObjectProperty<@Nullable QuestionId> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  public boolean isSubmitted() {
    return submitted.get() != null;
  }

  /** The view puts the keyboard on this question, or on what submits where it is null. */
  public void setOnFocus(Consumer<@Nullable QuestionId> action) {
    onFocus = action;
  }

  /** The window puts the keyboard back to where one reads. */
  public void setOnLeave(Runnable action) {
    onLeave = action;
  }

  /** Gives the keyboard back. */
  public void leave() {
    onLeave.run();
  }

  /** Puts the keyboard on what is missing first, or on the first question where nothing is. */
  public void enter() {
    onFocus.accept(
        firstMissing()
            .or(() -> asked().stream().findFirst())
            .map(QuestionsViewModel::id)
            .orElse(null));
  }

  /**
   * Goes to the question because of which the review cannot be submitted, and says why there.
   *
   * @return whether there is one
   */
  public boolean refuse() {
    Optional<QuestionId> missing = firstMissing().map(QuestionsViewModel::id);
    missing.ifPresent(refused::set);
    missing.ifPresent(onFocus);
    return missing.isPresent();
  }

  /** Gives the answer with this index to a question that is asked; what is given stays. */
  void answer(QuestionId question, int index) {
    asked().stream()
        .filter(item -> id(item).equals(question))
        .filter(item -> index < item.question().answers().size())
        .forEach(item -> answer(item, item.question().answers().get(index)));
  }

  private void answer(Item item, Answer answer) {
    if (!answer.id().equals(item.given())) {
      actions.answer(id(item), answer.id());
    }
  }

  void withdraw(QuestionId question) {
    sheet.get().items().stream()
        .filter(item -> id(item).equals(question) && item.given() != null)
        .forEach(item -> actions.withdraw(question));
  }

  void submit() {
    actions.submit();
  }

  void reopen() {
    actions.reopen();
  }

  /** Shows the first place that shows the answer. */
  void goToEvidence(Item item) {
    item.evidence().stream().findFirst().ifPresent(a -> actions.goTo(a.anchors().getFirst()));
  }

  private Optional<Item> firstMissing() {
    return sheet.get().missing().stream().findFirst();
  }

  private List<Item> asked() {
    return sheet.get().items().stream()
        .filter(item -> item.standing() != Standing.NOT_ASKED)
        .toList();
  }

  private static QuestionId id(Item item) {
    return item.question().id();
  }
}
