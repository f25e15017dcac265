package examen.desktop.source;

import examen.app.TranscriptSource;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.source.SourceViewModel.Tab;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The panel "Source": what the source says of the transcript and of the message that is read, and
 * the record as it stands in its file. Close it when it is taken away.
 */
public final class SourceView extends VBox implements AutoCloseable {
  private final SourceViewModel model;
  private final Texts texts;
  private final ListView<SourceRow> details = new ListView<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private final RecordPane record;
  private boolean toTop;

  public SourceView(SourceViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("source");
    record = new RecordPane(model, texts, subscriptions);
    details.getStyleClass().add("source-list");
    details.setAccessibleText(texts.get("source.tab.details"));
    details.setCellFactory(view -> new SourceCell(model, texts));
    details.setPlaceholder(new Region());
    StackPane halves = new StackPane(details, record, cover());
    VBox.setVgrow(halves, Priority.ALWAYS);
    getChildren().addAll(head(), tabs(), halves);
    subscriptions.onChange(model.messageProperty(), message -> showDetails());
    subscriptions.watch(model.sourceProperty(), said -> showDetails());
    subscriptions.watch(model.tabProperty(), tab -> showTab());
    subscriptions.handle(this, KeyEvent.KEY_PRESSED, this::pressed);
  }

  @Override
  public void close() {
    subscriptions.close();
    details.getItems().clear();
    record.clear();
  }

  private Node cover() {
    Label cover = new Label(texts.get("warning.source"));
    cover.getStyleClass().add("queue-none");
    cover.setWrapText(true);
    StackPane.setAlignment(cover, Pos.TOP_LEFT);
    subscriptions.watch(
        model.coveredProperty(),
        covered -> {
          cover.setVisible(covered);
          showTab();
        });
    return cover;
  }

  private void showTab() {
    boolean shown = !model.coveredProperty().get();
    details.setVisible(shown && model.tabProperty().get() == Tab.DETAILS);
    record.setVisible(shown && model.tabProperty().get() == Tab.RECORD);
  }

  private void showDetails() {
    TranscriptSource said = model.sourceProperty().get();
    if (said == null) {
      details.getItems().clear();
    } else {
      details.getItems().setAll(SourceRows.of(said, model.messageProperty().get(), texts));
      toTop = true;
      requestLayout();
    }
  }

  /** A list that is not in the window, or not laid out, does not go where it is told. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (toTop && getHeight() > 0) {
      toTop = false;
      details.applyCss();
      details.layout();
      details.scrollTo(0);
    }
  }

  private Node head() {
    Label title = new Label(texts.get("source.title"));
    title.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button();
    close.setGraphic(Icon.CLOSE.node(12));
    close.getStyleClass().setAll("quiet-button");
    close.setFocusTraversable(false);
    close.setAccessibleText(texts.get("source.close"));
    close.setTooltip(new Tooltip(texts.get("source.close")));
    close.setOnAction(event -> model.toggle());
    HBox head = new HBox(title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  private Node tabs() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton first = tab("source.tab.details", Tab.DETAILS, group);
    ToggleButton second = tab("source.tab.record", Tab.RECORD, group);
    subscriptions.watch(
        model.tabProperty(), tab -> (tab == Tab.DETAILS ? first : second).setSelected(true));
    HBox tabs = new HBox(first, second);
    tabs.getStyleClass().add("source-tabs");
    return tabs;
  }

  private ToggleButton tab(String key, Tab tab, ToggleGroup group) {
    return new SourceToggle(texts.get(key), group, () -> model.tabProperty().set(tab));
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()
        && event.getCode() == KeyCode.F
        && model.tabProperty().get() == Tab.RECORD) {
      record.find();
      event.consume();
    }
  }
}
