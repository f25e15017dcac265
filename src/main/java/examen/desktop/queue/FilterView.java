package examen.desktop.queue;

import examen.desktop.fx.Prompt;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the queue can be narrowed to, over the window; nothing while it is closed. */
public final class FilterView extends StackPane implements AutoCloseable {
  private static final int PAGE = 8;

  private final FilterViewModel model;
  private final Texts texts;
  private final TextField field = new TextField();
  private final TextField name = new TextField();
  private final ListView<FilterLine> list = new ListView<>();
  private final Subscriptions subscriptions = new Subscriptions();

  public FilterView(FilterViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    var _ =
        new Prompt(
            field, subscriptions, texts.get("filter.prompt"), texts.get("filter.prompt.short"));
    field.setAccessibleText(texts.get("filter.prompt"));
    field.getStyleClass().addAll("sheet-field", "palette-field");
    list.setAccessibleText(texts.get("filter.title"));
    list.getStyleClass().addAll("palette-list", "filter-list");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new FilterCell(model, texts));
    list.setItems(model.lines());
    list.setPlaceholder(new Label(texts.get("filter.none")));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox content = new VBox(8, field, list, foot());
    content.getStyleClass().add("sheet-body");
    getChildren()
        .add(
            new Sheet(texts.get("filter.title"), content, model::close, texts)
                .within(560, 600)
                .atTop());
    subscriptions.bindBoth(field.textProperty(), model.typedProperty());
    subscriptions.bindBoth(name.textProperty(), model.nameProperty());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.watch(model.openProperty(), this::show);
    subscriptions.watch(model.chosenProperty(), at -> choose(at.intValue()));
    // A list change listener, as the list itself gives up its selection before it is called.
    ListChangeListener<FilterLine> again = change -> choose(model.chosenProperty().get());
    model.lines().addListener(again);
    subscriptions.add(() -> model.lines().removeListener(again));
  }

  private Node foot() {
    name.setPromptText(texts.get("filter.name"));
    name.setAccessibleText(texts.get("filter.name"));
    name.getStyleClass().add("find-field");
    HBox.setHgrow(name, Priority.ALWAYS);
    Button keep = new Button(texts.get("filter.keep"));
    keep.getStyleClass().setAll("find-button");
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(event -> model.keep());
    Label help = new Label(texts.get("filter.help"));
    help.getStyleClass().add("filter-help");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    HBox line = new HBox(8, name, keep);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, line, help);
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open) {
      field.requestFocus();
      choose(model.chosenProperty().get());
    }
  }

  private void choose(int at) {
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 5));
    }
  }

  private void pressed(KeyEvent event) {
    boolean named = event.getTarget().equals(name);
    KeyCode code = event.getCode();
    if (code == KeyCode.DELETE && event.isShortcutDown()) {
      done(event, model::forget);
    } else if (code == KeyCode.DOWN) {
      done(event, () -> model.move(1));
    } else if (code == KeyCode.UP) {
      done(event, () -> model.move(-1));
    } else if (code == KeyCode.PAGE_DOWN) {
      done(event, () -> model.move(PAGE));
    } else if (code == KeyCode.PAGE_UP) {
      done(event, () -> model.move(-PAGE));
    } else if (code == KeyCode.ENTER && named) {
      done(event, model::keep);
    } else if (code == KeyCode.ENTER && event.getTarget().equals(field)) {
      done(event, model::run);
    }
  }

  private static void done(KeyEvent event, Runnable run) {
    run.run();
    event.consume();
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(null);
  }
}
