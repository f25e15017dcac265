package examen.desktop.others;

import examen.app.FullReveal.Cost;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.desktop.others.EverythingViewModel.State;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks before everything is shown; nothing while it is closed. Close it with the window. */
public final class EverythingView extends StackPane implements AutoCloseable {
  private static final double WIDE = 580;

  private final EverythingViewModel model;
  private final Texts texts;
  private final VBox content = new VBox(12);
  private final HBox foot = new HBox(10);
  private final Subscriptions subscriptions = new Subscriptions();

  public EverythingView(EverythingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("sheet-body");
    foot.getStyleClass().add("import-foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    VBox all = new VBox(problem(), content, foot);
    getChildren()
        .add(
            new Sheet(texts.get("everything.title"), all, model::close, texts)
                .within(WIDE, USE_PREF_SIZE));
    subscriptions.watch(
        model.openProperty(),
        open -> {
          setVisible(open);
          setManaged(open);
          focus();
        });
    subscriptions.watch(model.stateProperty(), this::fill);
  }

  @Override
  public void close() {
    subscriptions.close();
    content.getChildren().clear();
    foot.getChildren().clear();
  }

  /**
   * On what shows nothing: what is for good is not done by a key that was pressed once too often.
   */
  private void focus() {
    if (model.openProperty().get() && !foot.getChildren().isEmpty()) {
      foot.getChildren().getFirst().requestFocus();
    }
  }

  private Label problem() {
    Label problem = words("", "run-problem");
    subscriptions.watch(
        model.problemProperty(),
        what -> {
          problem.setText(VisibleText.inOneLine(what));
          problem.setVisible(!what.isEmpty());
          problem.setManaged(!what.isEmpty());
        });
    return problem;
  }

  private void fill(State state) {
    List<Node> nodes = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    switch (state) {
      case State.Busy(boolean recording) -> {
        nodes.add(words(texts.get(recording ? "everything.recording" : "everything.asking"), ""));
        ProgressBar bar = new ProgressBar(-1);
        bar.getStyleClass().add("import-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        nodes.add(bar);
      }
      case State.Refused(String why) -> {
        nodes.add(words(texts.get("everything.refused", why), "sheet-problem"));
        buttons.add(button("everything.close", model::close));
      }
      case State.Asks(Cost cost) when cost.transcripts() == 0 -> {
        nodes.add(words(texts.get("everything.all-shown"), ""));
        buttons.add(button("everything.close", model::close));
      }
      case State.Asks(Cost cost) -> {
        nodes.addAll(asks(cost));
        buttons.add(button("everything.leave", model::close));
        Button show = button("everything.show", model::show);
        show.getStyleClass().add("accent");
        buttons.add(show);
      }
    }
    content.getChildren().setAll(nodes);
    foot.getChildren().setAll(buttons);
    foot.setVisible(!buttons.isEmpty());
    focus();
  }

  private List<Node> asks(Cost cost) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(words(texts.count("everything.what", cost.transcripts()), ""));
    nodes.add(words(texts.count("everything.cost", cost.open()), "everything-cost"));
    if (cost.begun() > 0) {
      nodes.add(words(texts.count("everything.begun", cost.begun()), ""));
    }
    nodes.add(words(texts.get("everything.for-good"), ""));
    return nodes;
  }

  private static Label words(String words, String style) {
    Label label = new Label(VisibleText.inOneLine(words));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            button.fire();
          }
        });
    return button;
  }
}
