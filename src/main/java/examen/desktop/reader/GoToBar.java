package examen.desktop.reader;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.transcript.Transcript;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Where one types the number of the message to go to; there only while it is asked for. */
final class GoToBar extends HBox {
  private final ReaderViewModel model;
  private final Texts texts;
  private final Runnable leave;
  private final TextField field = new TextField();
  private final Label said = new Label();

  /**
   * @param leave puts the keyboard back into the transcript
   */
  GoToBar(ReaderViewModel model, Texts texts, Subscriptions subscriptions, Runnable leave) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.leave = leave;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(texts.get("goto.title"));
    name.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(field);
    field.getStyleClass().add("find-field");
    field.setPrefColumnCount(7);
    field.setMinWidth(50);
    field.setAccessibleText(texts.get("goto.title"));
    said.getStyleClass().add("find-count");
    said.setMinWidth(0);
    getChildren().addAll(name, field, said);
    show(false);
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    CaretKeys.keepWithin(this, subscriptions);
    subscriptions.onChange(field.textProperty(), typed -> tell());
    subscriptions.onChange(model.transcriptProperty(), shown -> show(false));
    subscriptions.onChange(
        field.focusedProperty(),
        focused -> {
          if (!focused) {
            show(false);
          }
        });
  }

  Action action() {
    return Action.of("go-to-message", this::ask, "Shortcut+G").in(ActionGroup.READ);
  }

  private void ask() {
    if (model.transcriptProperty().get() != null) {
      field.clear();
      tell();
      show(true);
      field.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        leave.run();
        event.consume();
      }
      case ENTER -> {
        int number = number();
        if (number > 0) {
          leave.run();
          model.walking().goToMessage(number - 1);
        }
        event.consume();
      }
      default -> {}
    }
  }

  private void tell() {
    boolean wrong = !field.getText().isBlank() && number() == 0;
    said.setText(texts.get(wrong ? "goto.none" : "goto.range", Texts.number(last())));
    field.setAccessibleHelp(said.getText());
  }

  /** The number of a message that is typed; 0 if there is no such message. */
  private int number() {
    String typed = field.getText().strip();
    if (!typed.matches("[0-9]{1,7}")) {
      return 0;
    }
    int number = Integer.parseInt(typed);
    return number <= last() ? number : 0;
  }

  private int last() {
    Transcript shown = model.transcriptProperty().get();
    return shown == null ? 0 : shown.messages().size();
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
