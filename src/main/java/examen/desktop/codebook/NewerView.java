package examen.desktop.codebook;

import examen.app.CodebookPreview;
import examen.app.NewCodebook;
import examen.codebook.Codebook;
import examen.desktop.codebook.NewerViewModel.State;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A newer codebook, over the window; nothing while it is closed. Close it with the window. */
public final class NewerView extends StackPane implements AutoCloseable {
  private static final double WIDE = 680;
  private static final double HIGH = 600;

  /** Where there is only a choice. */
  private static final double LOW = 320;

  private final NewerViewModel model;
  private final CodebookDialogs dialogs;
  private final Texts texts;
  private final VBox content = new VBox(12);
  private final HBox foot = new HBox(8);
  private final Label problem = new Label();
  private final Sheet sheet;
  private final Subscriptions subscriptions = new Subscriptions();

  public NewerView(NewerViewModel model, CodebookDialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    content.getStyleClass().add("newer-lines");
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("sheet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    foot.setAlignment(Pos.CENTER_RIGHT);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.getStyleClass().add("sheet-problem");
    VBox all = new VBox(12, problem, scroll, foot);
    all.getStyleClass().addAll("sheet-body", "newer");
    sheet = new Sheet(texts.get("newer.title"), all, model::close, texts).within(WIDE, LOW);
    getChildren().add(sheet);
    subscriptions.watch(model.openProperty(), this::show);
    subscriptions.watch(model.stateProperty(), this::fill);
    subscriptions.watch(
        model.problemProperty(),
        said -> {
          problem.setText(said);
          problem.setVisible(!said.isEmpty());
          problem.setManaged(!said.isEmpty());
        });
  }

  @Override
  public void close() {
    subscriptions.close();
    content.getChildren().clear();
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    focus();
  }

  private void focus() {
    if (model.openProperty().get()) {
      lookupAll(".newer-first").stream().findFirst().ifPresent(Node::requestFocus);
    }
  }

  private void fill(State state) {
    switch (state) {
      case State.Busy _ -> {
        content.setDisable(true);
        foot.setDisable(true);
      }
      case State.Choosing choosing -> put(choosing(choosing), List.of());
      case State.Shown(CodebookPreview preview) ->
          put(
              new PreviewLines(preview, texts).nodes(),
              List.of(
                  button("newer.back", model::choose),
                  first(
                      accent(
                          texts.get("newer.put", Texts.number(preview.after().version())),
                          model::put))));
    }
  }

  private void put(List<Node> lines, List<Button> buttons) {
    sheet.within(WIDE, buttons.isEmpty() ? LOW : HIGH);
    content.setDisable(false);
    foot.setDisable(false);
    content.getChildren().setAll(lines);
    foot.getChildren().setAll(buttons);
    foot.setVisible(!buttons.isEmpty());
    foot.setManaged(!buttons.isEmpty());
    focus();
  }

  private List<Node> choosing(State.Choosing now) {
    List<Node> lines = new ArrayList<>();
    Codebook book = now.now();
    lines.add(
        new SafeLabel(
            texts.get("newer.now", book.name(), Texts.number(book.version())), "newer-now"));
    if (!now.refusal().isEmpty() || model.isHeldUp()) {
      lines.add(hint(now.refusal().isEmpty() ? texts.get("newer.unsaved") : now.refusal()));
      return lines;
    }
    lines.add(hint(texts.get(now.bundled() == null ? "newer.help" : "newer.help.bundled")));
    lines.add(choices(now.bundled()));
    if (now.own()) {
      lines.add(hint(texts.get("newer.take-back.help")));
      lines.add(
          new HBox(
              button(texts.get("newer.take-back", Texts.number(book.version())), model::takeBack)));
    }
    return lines;
  }

  private Node choices(@Nullable NewCodebook bundled) {
    FlowPane choices = new FlowPane(8, 8);
    if (bundled != null) {
      String version = Texts.number(bundled.codebook().version());
      choices
          .getChildren()
          .add(first(accent(texts.get("newer.bundled", version), () -> model.look(bundled))));
    }
    Button file = button("newer.file", () -> dialogs.codebook().ifPresent(model::look));
    choices.getChildren().add(bundled == null ? first(file) : file);
    return choices;
  }

  private Label hint(String words) {
    Label hint = new Label(words);
    hint.getStyleClass().add("import-hint");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    return hint;
  }

  private static Button first(Button button) {
    button.getStyleClass().add("newer-first");
    return button;
  }

  private Button accent(String words, Runnable action) {
    Button button = button(words, action);
    button.getStyleClass().add("accent");
    return button;
  }

  /**
   * @param words what stands on it, or the key of that
   */
  private Button button(String words, Runnable action) {
    Button button = new Button(words.startsWith("newer.") ? texts.get(words) : words);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
