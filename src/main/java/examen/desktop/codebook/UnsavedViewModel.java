package examen.desktop.codebook;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How much of what was written is not saved, and what the user is asked about it. */
public final class UnsavedViewModel {
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Question> question =
      new ReadOnlyObjectWrapper<>(Question.NONE);
  private Runnable leave = () -> {};

  /** What the user is asked. */
  public enum Question {
    NONE,
    /** Whether what was not saved is to be given up. */
    REVERT,
    /** The same, as the window is being closed. */
    LEAVE
  }

  /** How many rules are to be otherwise than they are stored. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Question> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Asks whether what was not saved is to be given up. */
  public void askToRevert() {
    if (count.get() > 0) {
      question.set(Question.REVERT);
    }
  }

  /** Leaves the program, once what was not saved is saved or given up; asks which. */
  public void askToLeave(Runnable leaving) {
    if (count.get() > 0) {
      leave = leaving;
      question.set(Question.LEAVE);
    } else {
      leaving.run();
    }
  }

  /** Goes on as if nothing had been asked. */
  public void stay() {
    answer(() -> {});
  }

  void set(int unsaved) {
    count.set(unsaved);
  }

  /** Nothing is left that is not saved: leaves, if that was what was asked for. */
  void saved() {
    answer(question.get() == Question.LEAVE ? leave : () -> {});
  }

  private void answer(Runnable then) {
    question.set(Question.NONE);
    leave = () -> {};
    then.run();
  }
}
