package examen.desktop.shell;

import examen.desktop.fx.KeyCap;
import examen.desktop.fx.Local;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.time.LocalTime;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line at the foot of the window. */
final class StatusBar extends HBox {

  /** In a narrower window, what was done comes before what could be. */
  private static final double ROOM_FOR_HINTS = 1100;

  private static final double USUAL_SIZE = 12;

  private final Texts texts;

  StatusBar(ShellViewModel model, Texts texts, Subscriptions subscriptions) {
    super(18);
    this.texts = texts;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label saved = item("status-saved");
    Button rater = quiet("shell.rater.change", () -> model.whoProperty().set(true));
    Label undecided = item("status-item");
    Button undo = quiet("shell.undo.list", () -> model.historyProperty().set(true));
    Button care = quiet("shell.care.dismiss", () -> model.careProperty().set(""));
    Label activity = item("status-activity");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox hints = hints(model, subscriptions);
    getChildren().addAll(saved, rater, undecided, undo, activity, care, gap, hints);
    saved.setMinWidth(USE_PREF_SIZE);
    rater.setMinWidth(60);
    undecided.setMinWidth(USE_PREF_SIZE);
    hideWhereTheyDoNotFit(hints, model, rater, subscriptions);
    subscriptions.watch(model.savedProperty(), time -> show(saved, saved(time)));
    subscriptions.watch(
        model.raterProperty(),
        name -> show(rater, name.isEmpty() ? "" : texts.get("shell.rater", name)));
    Runnable showUndecided = () -> show(undecided, undecided(model));
    subscriptions.watchAny(model.undecidedProperty(), showUndecided);
    subscriptions.watchAny(model.workspaceProperty(), showUndecided);
    subscriptions.watch(
        model.undoProperty(),
        what -> show(undo, what.isEmpty() ? "" : texts.get("shell.undo", what)));
    subscriptions.watch(model.careProperty(), what -> show(care, what));
    subscriptions.watch(model.activityProperty(), what -> show(activity, what));
  }

  private void hideWhereTheyDoNotFit(
      HBox hints, ShellViewModel model, Labeled item, Subscriptions subscriptions) {
    hints
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getWidth() > room(item) && !model.emptyProperty().get(),
                widthProperty(),
                item.fontProperty(),
                model.emptyProperty()));
    hints.managedProperty().bind(hints.visibleProperty());
    subscriptions.add(hints.visibleProperty()::unbind);
  }

  private static double room(Labeled item) {
    return ROOM_FOR_HINTS * Math.max(1, item.getFont().getSize() / USUAL_SIZE);
  }

  /** What does not fit is cut; it never makes the window's content wider than the window. */
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /** Of the transcript that is read, so only where one is. */
  private String undecided(ShellViewModel model) {
    int highlights = model.undecidedProperty().get();
    boolean isRead = model.workspaceProperty().get() == Workspace.REVIEW;
    return isRead && highlights > 0 ? texts.count("shell.undecided", highlights) : "";
  }

  private String saved(@Nullable LocalTime time) {
    return time == null ? "" : texts.get("shell.saved", Local.time(time));
  }

  /** The keys of the workspace that is shown. */
  private HBox hints(ShellViewModel model, Subscriptions subscriptions) {
    HBox hints = new HBox(14);
    hints.setAlignment(Pos.CENTER_RIGHT);
    subscriptions.watch(
        model.workspaceProperty(),
        now -> {
          hints.getChildren().clear();
          switch (now) {
            case REVIEW -> ofReview(hints);
            case FINDINGS -> ofFindings(hints);
            case CODEBOOK -> ofCodebook(hints);
          }
        });
    return hints;
  }

  private void ofReview(HBox hints) {
    hint(hints, List.of("←", "→"), "shell.hint.transcript");
    hint(hints, List.of("j", "k"), "shell.hint.message");
    hint(hints, List.of("n", "p"), "shell.hint.highlight");
    hint(hints, List.of("a", "x", "c"), "shell.hint.decide");
    hint(hints, List.of("s"), "shell.hint.sentence");
  }

  private void ofFindings(HBox hints) {
    hint(hints, List.of("Ctrl+Enter"), "shell.hint.make");
    hint(hints, List.of("Ctrl+L"), "shell.hint.choices");
    hint(hints, List.of("Enter"), "shell.hint.behind");
    hint(hints, List.of("Ctrl+R"), "shell.hint.runs");
    hint(hints, List.of("Ctrl+S"), "shell.hint.save");
  }

  private void ofCodebook(HBox hints) {
    hint(hints, List.of("Ctrl+N"), "shell.hint.new-rule");
    hint(hints, List.of("Ctrl+F"), "shell.hint.find-rule");
    hint(hints, List.of("Ctrl+S"), "shell.hint.save");
  }

  private void hint(HBox hints, List<String> keys, String text) {
    HBox hint = new HBox(4);
    hint.setAlignment(Pos.CENTER_LEFT);
    keys.forEach(key -> hint.getChildren().add(new KeyCap(key)));
    Label what = new Label(texts.get(text));
    what.getStyleClass().add("status-hint");
    what.setMinWidth(USE_PREF_SIZE);
    hint.getChildren().add(what);
    hints.getChildren().add(hint);
  }

  private static Label item(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  private Button quiet(String tip, Runnable run) {
    Button button = new Button();
    button.getStyleClass().setAll("quiet-button", "status-button");
    button.setTooltip(new Tooltip(texts.get(tip)));
    button.setAccessibleHelp(texts.get(tip));
    button.setFocusTraversable(false);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> run.run());
    return button;
  }

  private static void show(Labeled label, String text) {
    label.setText(VisibleText.inOneLine(text));
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
