package examen.desktop.settings;

import examen.desktop.fx.KeyCap;
import examen.desktop.fx.Keys;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All actions with their keys, and what can be done to those. */
final class KeysPane extends VBox {
  private final KeyEditorViewModel model;
  private final KeyDialogs dialogs;
  private final Texts texts;
  private final ListView<KeyEditorViewModel.Row> list = new ListView<>();

  KeysPane(KeyEditorViewModel model, KeyDialogs dialogs, Texts texts, Subscriptions subscriptions) {
    super(10);
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    list.setItems(model.rows());
    list.setAccessibleText(texts.get("settings.keys"));
    list.getStyleClass().addAll("palette-list", "key-list");
    list.setCellFactory(view -> new KeyCell(texts));
    list.setMinHeight(100);
    setVgrow(list, Priority.ALWAYS);
    Label message = new Label();
    message.getStyleClass().add("settings-message");
    subscriptions.watch(
        model.messageProperty(),
        text -> {
          // JavaFX must not wrap right-to-left text; it is cut instead.
          message.setWrapText(!SafeFlow.hasRightToLeft(text));
          message.setText(VisibleText.inOneLine(text));
        });
    getChildren().addAll(list, message, buttons());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.filter(this, KeyEvent.KEY_TYPED, this::typed);
  }

  private FlowPane buttons() {
    FlowPane buttons = new FlowPane(8, 8);
    buttons
        .getChildren()
        .addAll(
            button("settings.keys.change", () -> onChosen(model::await)),
            button("settings.keys.reset", () -> onChosen(model::reset)),
            button("settings.keys.reset-all", model::resetAll),
            button("settings.keys.export", () -> dialogs.target().ifPresent(model::write)),
            button("settings.keys.import", () -> dialogs.source().ifPresent(model::read)));
    return buttons;
  }

  private Button button(String text, Runnable run) {
    Button button = new Button(texts.get(text));
    button.setOnAction(event -> run.run());
    return button;
  }

  private void onChosen(Consumer<String> action) {
    int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
    if (at < model.rows().size()) {
      action.accept(model.rows().get(at).id());
      list.getSelectionModel().select(at);
      list.requestFocus();
    }
  }

  private boolean isWaiting() {
    return !model.waitingProperty().get().isEmpty();
  }

  private void pressed(KeyEvent event) {
    if (isWaiting()) {
      if (event.getCode() == KeyCode.ESCAPE) {
        model.giveUp();
      } else {
        take(event);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
      onChosen(model::await);
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    if (isWaiting()) {
      take(event);
      event.consume();
    }
  }

  private void take(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    Keys.in(event).ifPresent(model::press);
    list.getSelectionModel().select(at);
  }

  /** An action in the list. */
  private static final class KeyCell extends ListCell<KeyEditorViewModel.Row> {
    private final Texts texts;

    KeyCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(KeyEditorViewModel.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label words = new Label(VisibleText.inOneLine(row.words()));
      words.setMinWidth(0);
      HBox line = new HBox(6, words, gap);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setPrefWidth(0);
      if (row.changed()) {
        Label changed = new Label(texts.get("settings.keys.changed"));
        changed.getStyleClass().add("palette-refusal");
        line.getChildren().add(changed);
      }
      row.keys().forEach(key -> line.getChildren().add(new KeyCap(key)));
      setAccessibleText(row.words() + " " + String.join(" ", row.keys()));
      setGraphic(line);
    }
  }
}
