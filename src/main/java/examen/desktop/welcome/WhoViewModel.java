package examen.desktop.welcome;

import examen.rating.Rater;
import examen.rating.RaterId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks who works here: a name, or one of those whom the project knows. */
public final class WhoViewModel {
  private final Supplier<RaterId> newId;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableList<Rater> known = FXCollections.observableArrayList();
  private @Nullable Question question;

  /**
   * What is asked.
   *
   * @param now who it is so far; null where nobody has said so
   * @param known whom the project knows
   * @param fixed whether nobody else may rate there
   * @param answer takes who it is
   * @param left called where no answer is given
   */
  public record Question(
      @Nullable Rater now,
      List<Rater> known,
      boolean fixed,
      Consumer<Rater> answer,
      Runnable left) {
    public Question {
      known = List.copyOf(known);
    }
  }

  /**
   * @param newId makes an id for somebody who has none
   */
  public WhoViewModel(Supplier<RaterId> newId) {
    this.newId = newId;
  }

  /** The name as it is typed. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The key of the text that says why a name cannot be taken; empty where nothing is wrong. */
  public StringProperty problemProperty() {
    return problem;
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whom the project knows. */
  public ObservableList<Rater> known() {
    return known;
  }

  /** Whether somebody has said who they are, and can give another name. */
  public boolean canRename() {
    return question != null && question.now() != null;
  }

  /** Whether a name can be given that is not in the list. */
  public boolean takesNames() {
    return question == null || !question.fixed() || canRename();
  }

  public void ask(Question asked) {
    question = asked;
    Rater now = asked.now();
    known.setAll(asked.known().stream().filter(rater -> !rater.equals(now)).toList());
    name.set(now == null ? "" : now.name());
    problem.set("");
    open.set(true);
  }

  /** It is this one. */
  public void choose(Rater rater) {
    answer(rater);
  }

  /** It is whoever has the name that was typed: one of the list, or else somebody new. */
  public void enter() {
    String typed = name.get().strip();
    Optional<Rater> there = known.stream().filter(r -> r.name().equals(typed)).findFirst();
    if (there.isPresent()) {
      answer(there.get());
    } else if (isFixed()) {
      problem.set("who.not-listed");
    } else if (isGood(typed)) {
      answer(new Rater(newId.get(), typed));
    }
  }

  /** It is who it was, by the name that was typed. */
  public void rename() {
    String typed = name.get().strip();
    Rater now = question == null ? null : question.now();
    if (now != null && isGood(typed)) {
      answer(new Rater(now.id(), typed));
    }
  }

  /** No answer is given. */
  public void leave() {
    Question asked = question;
    open.set(false);
    question = null;
    if (asked != null) {
      asked.left().run();
    }
  }

  private boolean isFixed() {
    return question != null && question.fixed();
  }

  private boolean isGood(String typed) {
    problem.set(Rater.isName(typed) ? "" : "who.no-name");
    return Rater.isName(typed);
  }

  private void answer(Rater rater) {
    Question asked = question;
    open.set(false);
    question = null;
    if (asked != null) {
      asked.answer().accept(rater);
    }
  }
}
