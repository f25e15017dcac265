package examen.desktop.commands;

import examen.desktop.fx.KeyCap;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of keys over the window; nothing while it is closed. Close it with the window. */
public final class KeySheetView extends StackPane implements AutoCloseable {
  /** As wide as a printed page at 96 pixels an inch, without its margins. */
  private static final double WIDTH = 720;

  private final KeySheetViewModel model;
  private final TextField filter = new TextField();
  private final VBox lines = new VBox(14);
  private final Subscriptions subscriptions = new Subscriptions();

  public KeySheetView(KeySheetViewModel model, Texts texts) {
    this.model = model;
    filter.setPromptText(texts.get("keys.filter"));
    filter.setAccessibleText(texts.get("keys.filter"));
    filter.getStyleClass().addAll("sheet-field", "key-filter");
    lines.getStyleClass().add("key-groups");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(texts.get("keys.title"));
    scroll.getStyleClass().add("sheet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox content = new VBox(8, filter, scroll);
    content.getStyleClass().add("sheet-body");
    getChildren()
        .add(new Sheet(texts.get("keys.title"), content, model::close, texts).within(WIDTH, 760));
    subscriptions.bindBoth(filter.textProperty(), model.filterProperty());
    subscriptions.onChange(model.filterProperty(), words -> fill());
    subscriptions.watch(model.openProperty(), this::show);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open) {
      fill();
      filter.requestFocus();
    }
  }

  private void fill() {
    lines.getChildren().setAll(model.groups().stream().map(KeySheetView::group).toList());
  }

  private static Node group(KeySheetViewModel.Group group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("key-group");
    VBox rows = new VBox(1);
    group.lines().forEach(line -> rows.getChildren().add(line(line)));
    return new VBox(4, title, rows);
  }

  private static Node line(KeySheetViewModel.Line line) {
    Label words = new Label(VisibleText.inOneLine(line.words()));
    // JavaFX must not wrap right-to-left text; such a name is cut instead.
    words.setWrapText(!SafeFlow.hasRightToLeft(words.getText()));
    words.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(6, words, gap);
    line.keys().forEach(key -> row.getChildren().add(new KeyCap(key)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("key-line");
    return row;
  }
}
