package examen.desktop.commands;

import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The palette over the window; nothing while it is closed. Close it with the window. */
public final class PaletteView extends StackPane implements AutoCloseable {
  private final PaletteViewModel model;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final Subscriptions subscriptions = new Subscriptions();

  public PaletteView(PaletteViewModel model, Texts texts) {
    this.model = model;
    field.setPromptText(texts.get("palette.prompt"));
    field.setAccessibleText(texts.get("palette.prompt"));
    field.getStyleClass().addAll("sheet-field", "palette-field");
    list.setAccessibleText(texts.get("palette.list"));
    list.getStyleClass().add("palette-list");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new EntryCell(model));
    list.setItems(model.found());
    list.setPlaceholder(new Label(texts.get("palette.none")));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox content = new VBox(8, field, list);
    content.getStyleClass().add("sheet-body");
    getChildren()
        .add(
            new Sheet(texts.get("palette.title"), content, model::close, texts)
                .within(680, 520)
                .atTop());
    subscriptions.bindBoth(field.textProperty(), model.typedProperty());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.watch(model.openProperty(), this::show);
    subscriptions.watch(model.chosenProperty(), at -> choose(at.intValue()));
    // A list change listener, as the list itself gives up its selection before it is called.
    ListChangeListener<Entry> again = change -> choose(model.chosenProperty().get());
    model.found().addListener(again);
    subscriptions.add(() -> model.found().removeListener(again));
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(null);
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open) {
      field.requestFocus();
      choose(0);
    }
  }

  private void choose(int at) {
    list.getSelectionModel().select(at);
    list.scrollTo(Math.max(0, at - 4));
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(event, 1);
      case UP -> move(event, -1);
      case PAGE_DOWN -> move(event, Math.min(8, model.found().size() - 1));
      case PAGE_UP -> move(event, -Math.min(8, model.found().size() - 1));
      case ENTER -> {
        model.run();
        event.consume();
      }
      default -> {}
    }
  }

  private void move(KeyEvent event, int by) {
    model.move(by);
    event.consume();
  }
}
