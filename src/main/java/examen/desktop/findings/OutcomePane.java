package examen.desktop.findings;

import examen.desktop.findings.FindingsViewModel.Made;
import examen.desktop.findings.FindingsViewModel.State;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where what was found is shown, or why nothing is. */
final class OutcomePane extends VBox {
  private final FindingsViewModel model;
  private final SavingViewModel saving;
  private final FindingsDialogs dialogs;
  private final Texts texts;
  private final ScrollPane scroll = new ScrollPane();
  private final VBox empty = new VBox(8);
  private @Nullable ResultView result;

  OutcomePane(
      FindingsViewModel model,
      SavingViewModel saving,
      FindingsDialogs dialogs,
      Texts texts,
      Subscriptions subscriptions) {
    this.model = model;
    this.saving = saving;
    this.dialogs = dialogs;
    this.texts = texts;
    getStyleClass().add("findings-outcome");
    scroll.getStyleClass().add("findings-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    empty.setAlignment(Pos.CENTER);
    empty.getStyleClass().add("findings-empty");
    StackPane place = new StackPane(scroll, empty);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(stale(subscriptions), refusal(subscriptions), note(subscriptions), place);
    subscriptions.watch(model.madeProperty(), this::show);
    subscriptions.watch(model.stateProperty(), state -> showEmpty());
    subscriptions.watch(model.studyProperty(), study -> showEmpty());
  }

  /** Lets a sample that is shown be kept as a plan. */
  void offer(KeepPlanViewModel plans, Subscriptions subscriptions) {
    getChildren().add(getChildren().size() - 1, new KeepPlanBar(plans, texts, subscriptions));
  }

  void clear() {
    scroll.setContent(null);
  }

  void save() {
    if (result != null) {
      result.around(focused()).save().run();
    }
  }

  void copy() {
    if (result != null) {
      result.around(focused()).copy().run();
    }
  }

  private @Nullable Node focused() {
    return getScene() == null ? null : getScene().getFocusOwner();
  }

  private void show(@Nullable Made made) {
    saving.forget();
    if (made == null) {
      result = null;
      scroll.setContent(null);
    } else {
      ResultView shown =
          new ResultView(made.report(), new Opener(texts, model::open), saving, dialogs);
      result = shown;
      scroll.setContent(shown);
      scroll.setVvalue(0);
    }
    showEmpty();
  }

  private void showEmpty() {
    boolean none = result == null;
    scroll.setVisible(!none);
    empty.setVisible(none);
    empty.getChildren().clear();
    if (none) {
      State state = model.stateProperty().get();
      String key =
          switch (state) {
            case UNREAD, READING -> "findings.empty.reading";
            case EMPTY -> "findings.empty.no-transcripts";
            case READY -> "findings.empty.not-made";
          };
      Label title = line(texts.get(key), "findings-empty-title");
      Label more = line(texts.get(key + ".more"), "findings-empty-more");
      empty.getChildren().addAll(title, more);
    }
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(520);
    label.getStyleClass().add(style);
    return label;
  }

  /** What is shown is older than what is in the project. */
  private Node stale(Subscriptions subscriptions) {
    Label words = new Label();
    words.setMinWidth(0);
    words.setWrapText(true);
    Button again = new Button(texts.get("findings.again"));
    again.getStyleClass().setAll("find-button");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(event -> model.make());
    HBox line = bar("notice-bar", words, again);
    Runnable show =
        () -> {
          int since = model.since();
          words.setText(since == 0 ? "" : texts.count("findings.stale", since));
          line.setVisible(since > 0);
          line.setManaged(since > 0);
        };
    subscriptions.watchAny(model.changesProperty(), show);
    subscriptions.watch(model.madeProperty(), made -> show.run());
    return line;
  }

  private Node refusal(Subscriptions subscriptions) {
    Label words = new Label();
    words.setMinWidth(0);
    words.setWrapText(true);
    HBox line = bar("banner", words);
    subscriptions.watch(
        model.refusalProperty(),
        why -> {
          words.setText(Blame.sentence(VisibleText.inOneLine(why)));
          line.setVisible(!why.isEmpty());
          line.setManaged(!why.isEmpty());
        });
    return line;
  }

  private Node note(Subscriptions subscriptions) {
    Label words = new Label();
    words.getStyleClass().add("findings-saved");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    subscriptions.watch(
        saving.noteProperty(),
        note -> {
          words.setText(VisibleText.inOneLine(note));
          words.setVisible(!note.isEmpty());
          words.setManaged(!note.isEmpty());
        });
    return words;
  }

  private static HBox bar(String style, Label words, Node... tools) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(9, Icon.ALERT.node(16), words, gap);
    line.getChildren().addAll(tools);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add(style);
    return line;
  }
}
