package examen.desktop.queue;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Prompt;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of transcripts with its filter. Close it when it is taken away. */
public final class QueueView extends VBox implements AutoCloseable {
  private final QueueViewModel model;
  private final Texts texts;
  private final TextField filter = new TextField();
  private final ListView<QueueRow> list = new ListView<>();
  private final HBox tools = new HBox(2);
  private final HBox words = new HBox(6);
  private final Subscriptions subscriptions = new Subscriptions();

  public QueueView(QueueViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("queue");
    list.getStyleClass().add("queue-list");
    list.setFocusTraversable(false);
    list.setAccessibleText(texts.get("queue.title"));
    list.setCellFactory(view -> new QueueCell(model, texts));
    list.setItems(model.shown());
    Label none = new Label();
    none.getStyleClass().add("queue-none");
    none.setWrapText(true);
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), search(), list, foot());
    subscriptions.watch(model.filterProperty(), typed -> none.setText(none(typed)));
    subscriptions.watchAny(
        model.soughtProperty(), () -> none.setText(none(model.filterProperty().get())));
    subscriptions.watch(model.currentProperty(), row -> showCurrent());
    subscriptions.watchAny(model.shown(), this::showCurrent);
  }

  private String none(String typed) {
    if (!typed.isBlank()) {
      return texts.get("queue.none", typed.strip());
    }
    return model.rows().isEmpty() ? "" : texts.get("queue.none-chosen");
  }

  /** Adds something at the end of the head. */
  public void addTool(Node tool) {
    tools.getChildren().add(tool);
  }

  /** Lets the rater choose between what is theirs and everything, where there is a choice. */
  public void setScope(ScopeViewModel scope) {
    Button toggle = new Button();
    toggle.getStyleClass().setAll("find-button");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setFocusTraversable(false);
    toggle.setTooltip(new Tooltip(texts.get("queue.scope.tip")));
    toggle.setOnAction(event -> scope.toggle());
    tools.getChildren().addFirst(toggle);
    subscriptions.watch(
        scope.allProperty(),
        all -> toggle.setText(texts.get(all ? "queue.scope.all" : "queue.scope.mine")));
    subscriptions.watch(
        scope.offeredProperty(),
        offered -> {
          toggle.setVisible(offered);
          toggle.setManaged(offered);
        });
  }

  /** Shows what is chosen, each to be taken back, and a way to choose more. */
  public void setFilter(FilterViewModel chosen) {
    Button more = new Button(texts.get("filter.open"));
    more.getStyleClass().setAll("find-button");
    more.setMinWidth(USE_PREF_SIZE);
    more.setFocusTraversable(false);
    more.setTooltip(new Tooltip(texts.get("filter.open.key")));
    more.setAccessibleText(texts.get("filter.title"));
    more.setOnAction(event -> chosen.open());
    words.getChildren().add(more);
    FlowPane chips = new FlowPane(5, 5);
    chips.getStyleClass().add("queue-chips");
    getChildren().add(getChildren().indexOf(list), chips);
    Runnable show = () -> show(chips, chosen);
    subscriptions.watchAny(model.soughtProperty(), show);
    subscriptions.watchAny(model.withinProperty(), show);
    subscriptions.watchAny(chosen.tallies().lookedProperty(), show);
  }

  private void show(FlowPane chips, FilterViewModel chosen) {
    chips.getChildren().clear();
    for (FilterViewModel.Chip each : chosen.chips()) {
      Button chip = new Button(each.text());
      chip.setGraphic(Icon.CLOSE.node(9));
      chip.setContentDisplay(ContentDisplay.RIGHT);
      chip.getStyleClass().setAll("queue-chip");
      chip.setFocusTraversable(false);
      chip.setTooltip(new Tooltip(texts.get("filter.chip.remove", each.text())));
      chip.setAccessibleText(texts.get("filter.chip.remove", each.text()));
      chip.maxWidthProperty().bind(widthProperty().subtract(26));
      chip.setOnAction(event -> each.remove().run());
      chips.getChildren().add(chip);
    }
    String unknown = chosen.unknown();
    if (!unknown.isEmpty()) {
      Label counting = new Label(unknown);
      counting.getStyleClass().add("queue-counting");
      counting.setWrapText(true);
      chips.getChildren().add(counting);
    }
    chips.setVisible(!chips.getChildren().isEmpty());
    chips.setManaged(!chips.getChildren().isEmpty());
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(FXCollections.emptyObservableList());
  }

  private Node head() {
    Label title = new Label(texts.get("queue.title"));
    title.getStyleClass().add("panel-title");
    Label count = new Label();
    count.getStyleClass().add("panel-count");
    count.setMinWidth(USE_PREF_SIZE);
    subscriptions.watchAny(model.shown(), () -> count.setText(count()));
    HBox head = new HBox(8, title, gap(), count, tools);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  private Node foot() {
    Label submitted = new Label();
    submitted.getStyleClass().add("queue-foot");
    submitted.setMaxWidth(Double.MAX_VALUE);
    Runnable count =
        () ->
            submitted.setText(
                texts.get(
                    "queue.submitted",
                    Texts.number(model.submittedProperty().get()),
                    Texts.number(model.rows().size())));
    subscriptions.watchAny(model.shown(), count);
    subscriptions.watch(model.submittedProperty(), number -> count.run());
    return submitted;
  }

  private String count() {
    int all = model.rows().size();
    int shown = model.shown().size();
    return shown == all
        ? Texts.number(all)
        : texts.get("queue.count", Texts.number(shown), Texts.number(all));
  }

  private Node search() {
    var _ =
        new Prompt(
            filter, subscriptions, texts.get("queue.filter"), texts.get("queue.filter.short"));
    filter.getStyleClass().add("queue-filter");
    subscriptions.bindBoth(filter.textProperty(), model.filterProperty());
    subscriptions.handle(filter, KeyEvent.KEY_PRESSED, this::filterKey);
    Node icon = Icon.SEARCH.node(14);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    StackPane search = new StackPane(filter, icon);
    icon.setTranslateX(9);
    HBox.setHgrow(search, Priority.ALWAYS);
    words.getChildren().add(search);
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("queue-search");
    return words;
  }

  private void filterKey(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      model.next();
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      model.previous();
      event.consume();
    }
  }

  private void showCurrent() {
    QueueRow current = model.currentProperty().get();
    int index = current == null ? -1 : model.shown().indexOf(current);
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(index);
      int visible = (int) Math.max(1, list.getHeight() / Math.max(1, list.getFixedCellSize()));
      list.scrollTo(Math.max(0, index - visible / 2));
    }
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
