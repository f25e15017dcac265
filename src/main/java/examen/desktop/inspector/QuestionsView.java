package examen.desktop.inspector;

import examen.codebook.QuestionId;
import examen.desktop.fx.Fold;
import examen.desktop.fx.KeyCap;
import examen.desktop.fx.Local;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.rating.AnswerSheet;
import examen.rating.AnswerSheet.Item;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The questions one under the other, and what submits the review or opens it again. */
final class QuestionsView extends VBox implements AutoCloseable {

  private final QuestionsViewModel model;
  private final Texts texts;
  private final Consumer<Node> reveal;
  private final VBox folds = new VBox(2);
  private final List<QuestionCard> cards = new ArrayList<>();
  private final Label count = new Label();
  private final Label when = new Label();
  private final HBox closed;
  private final Button submit = new Button();
  private final Button reopen = new Button();
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param reveal brings a part of this view into sight
   */
  QuestionsView(QuestionsViewModel model, Texts texts, Consumer<Node> reveal) {
    this.model = model;
    this.texts = texts;
    this.reveal = reveal;
    getStyleClass().add("questions");
    count.getStyleClass().add("panel-count");
    closed = closed();
    getChildren().addAll(head(), closed, folds, foot());
    subscriptions.watch(model.sheetProperty(), this::show);
    subscriptions.onChange(model.refusedProperty(), question -> show(model.sheetProperty().get()));
    subscriptions.watch(model.submittedProperty(), this::showSubmitted);
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::move);
    model.setOnFocus(this::focus);
    subscriptions.add(() -> model.setOnFocus(question -> {}));
    followKeyboard();
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /** The keyboard is followed in whatever scene this is, without staying behind in one. */
  private void followKeyboard() {
    Subscriptions[] here = {new Subscriptions()};
    Consumer<@Nullable Scene> follow =
        scene -> {
          here[0].close();
          here[0] = new Subscriptions();
          if (scene != null) {
            here[0].onChange(scene.focusOwnerProperty(), this::keyboardMoved);
          }
        };
    subscriptions.watch(sceneProperty(), follow);
    subscriptions.add(() -> here[0].close());
  }

  private void keyboardMoved(@Nullable Node to) {
    cards.forEach(QuestionCard::keyboardMoved);
    if (to != null && (to.equals(submit) || to.equals(reopen) || to instanceof QuestionCard)) {
      reveal.accept(to);
    }
  }

  private Node head() {
    Label title = new Label(texts.get("questions.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, gap(), count);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("inspector-head");
    return head;
  }

  private HBox closed() {
    Region mark = new Region();
    mark.getStyleClass().addAll("state-dot", "submitted");
    when.getStyleClass().add("submitted-when");
    when.setWrapText(true);
    reopen.setText(texts.get("questions.reopen"));
    reopen.setMinWidth(USE_PREF_SIZE);
    reopen.setOnAction(event -> model.reopen());
    HBox.setHgrow(when, Priority.ALWAYS);
    when.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(9, mark, when, reopen);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("submitted-bar");
    return bar;
  }

  private Node foot() {
    Label what = new Label(texts.get("questions.submit"));
    HBox content = new HBox(8, what, new KeyCap(texts.get("questions.submit.key")));
    content.setAlignment(Pos.CENTER);
    submit.setGraphic(content);
    submit.getStyleClass().add("submit");
    submit.setAccessibleText(texts.get("questions.submit"));
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.setOnAction(event -> model.submit());
    VBox foot = new VBox(submit);
    foot.getStyleClass().add("questions-foot");
    foot.managedProperty().bind(foot.visibleProperty());
    foot.visibleProperty().bind(submit.visibleProperty());
    return foot;
  }

  private void showSubmitted(@Nullable LocalDateTime at) {
    if (submit.isFocused() || reopen.isFocused()) {
      // What is put away must not leave the keyboard to chance.
      model.leave();
    }
    when.setText(at == null ? "" : texts.get("questions.submitted", Local.moment(at)));
    closed.setVisible(at != null);
    closed.setManaged(at != null);
    submit.setVisible(at == null);
    show(model.sheetProperty().get());
  }

  /** Cards stay where the questions are the same, so that the keyboard stays on them. */
  private void show(AnswerSheet sheet) {
    List<QuestionId> asked = sheet.items().stream().map(i -> i.question().id()).toList();
    if (!asked.equals(cards.stream().map(QuestionCard::question).toList())) {
      cards.clear();
      sheet.items().forEach(item -> cards.add(new QuestionCard(item, model, texts)));
      folds.getChildren().setAll(cards.stream().map(Fold::new).toList());
    }
    for (int i = 0; i < cards.size(); i++) {
      Item item = sheet.items().get(i);
      cards.get(i).show(item, item.question().id().equals(model.refusedProperty().get()));
      showOrHide((Fold) folds.getChildren().get(i), cards.get(i).isAsked() || item.given() != null);
    }
    if (cards.stream().anyMatch(card -> card.isFocused() && !card.isAsked())) {
      model.leave();
    }
    count.setText(counted("questions.count", sheet));
    count.setAccessibleText(counted("questions.count.long", sheet));
  }

  private String counted(String key, AnswerSheet sheet) {
    return sheet.asked() == 0
        ? texts.get("questions.none")
        : texts.get(key, Texts.number(sheet.answered()), Texts.number(sheet.asked()));
  }

  private static void showOrHide(Fold fold, boolean shown) {
    if (shown) {
      fold.open();
    } else {
      fold.close();
    }
  }

  private void focus(@Nullable QuestionId question) {
    cards.stream()
        .filter(card -> card.question().equals(question))
        .findFirst()
        .<Node>map(card -> card)
        .orElse(model.isSubmitted() ? reopen : submit)
        .requestFocus();
  }

  /** Up, down and Tab go from question to question; before the first and by Escape, one reads. */
  private void move(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> step(-1, event);
      case DOWN -> step(1, event);
      case TAB -> step(event.isShiftDown() ? -1 : 1, event);
      case ESCAPE -> {
        model.leave();
        event.consume();
      }
      default -> {}
    }
  }

  /** After the last, Tab goes on as it does everywhere. */
  private void step(int by, KeyEvent event) {
    List<Node> stops = new ArrayList<>();
    if (model.isSubmitted()) {
      stops.add(reopen);
    }
    cards.stream().filter(QuestionCard::isAsked).forEach(stops::add);
    if (!model.isSubmitted()) {
      stops.add(submit);
    }
    int to = stops.indexOf(getScene().getFocusOwner()) + by;
    if (to < 0) {
      model.leave();
      event.consume();
    } else if (to < stops.size()) {
      stops.get(to).requestFocus();
      event.consume();
    }
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
