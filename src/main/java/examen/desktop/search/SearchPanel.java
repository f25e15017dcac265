package examen.desktop.search;

import examen.app.SearchHit;
import examen.app.SearchResult;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel in which the whole project is searched. Close it with the window. */
public final class SearchPanel extends VBox implements AutoCloseable {
  private static final int PAGE = 6;

  private final SearchViewModel model;
  private final Texts texts;
  private final TextField field = new TextField();
  private final ListView<SearchHit> list = new ListView<>();
  private final Label said = new Label();
  private final Label none = new Label();
  private final Button queue = new Button();
  private final Button stop = new Button();
  private final Subscriptions subscriptions = new Subscriptions();

  public SearchPanel(SearchViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("search-panel");
    list.getStyleClass().add("search-list");
    list.setFocusTraversable(false);
    list.setAccessibleText(texts.get("search.list"));
    list.setCellFactory(view -> new SearchCell(model, texts));
    list.setItems(model.hits());
    none.getStyleClass().add("queue-none");
    none.setWrapText(true);
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    said.getStyleClass().add("search-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    list.setMinHeight(0);
    list.setPrefWidth(10);
    said.setMinWidth(0);
    said.setPrefWidth(10);
    said.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head(), said, list);
    watch();
  }

  private Node head() {
    Label title = new Label(texts.get("search.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    field.getStyleClass().add("find-field");
    field.setPromptText(texts.get("search.prompt"));
    field.setAccessibleText(texts.get("search.prompt"));
    field.setTooltip(new Tooltip(texts.get("search.help")));
    field.setMinWidth(120);
    HBox.setHgrow(field, Priority.ALWAYS);
    button(queue, "search.queue", model::makeQueue);
    button(stop, "search.stop", model::stop);
    Button close = new Button();
    close.setGraphic(Icon.CLOSE.node(12));
    close.getStyleClass().setAll("quiet-button");
    close.setAccessibleText(texts.get("search.close"));
    close.setTooltip(new Tooltip(texts.get("search.close.key")));
    close.setOnAction(event -> model.close());
    HBox head = new HBox(10, title, field, stop, queue, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("search-head");
    return head;
  }

  private void button(Button button, String key, Runnable run) {
    button.setText(texts.get(key));
    button.getStyleClass().setAll("find-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get(key + ".key")));
    button.setOnAction(event -> run.run());
  }

  private void watch() {
    subscriptions.bindBoth(field.textProperty(), model.typedProperty());
    subscriptions.watch(
        model.openProperty(),
        open -> {
          setVisible(open);
          setManaged(open);
        });
    subscriptions.watch(model.saidProperty(), what -> tell());
    subscriptions.watch(model.runningProperty(), running -> tell());
    subscriptions.onChange(model.shareProperty(), share -> tell());
    subscriptions.onChange(model.covering().turnsProperty(), turn -> list.refresh());
    subscriptions.watch(model.chosenProperty(), at -> choose(at.intValue()));
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    model.setOnAsked(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    subscriptions.add(() -> model.setOnAsked(() -> {}));
  }

  private void tell() {
    boolean running = model.runningProperty().get();
    show(stop, running);
    show(queue, !running && !model.transcripts().isEmpty());
    String text = running ? progress() : outcome(model.saidProperty().get());
    said.setText(text);
    show(said, !text.isEmpty());
    said.getStyleClass().remove("find-mistake");
    if (!running && model.saidProperty().get() instanceof SearchViewModel.Said.Mistaken) {
      said.getStyleClass().add("find-mistake");
    }
    none.setText(running || model.saidProperty().get() != null ? "" : texts.get("search.help"));
    field.setAccessibleHelp(text);
  }

  private String progress() {
    double share = model.shareProperty().get();
    return share < 0
        ? texts.get("search.running")
        : texts.get("search.progress", Texts.number(Math.round(100 * share)));
  }

  private String outcome(SearchViewModel.@Nullable Said what) {
    return switch (what) {
      case null -> "";
      case SearchViewModel.Said.Mistaken(String query, String why, int at) ->
          texts.get(
              "search.mistake", VisibleText.inOneLine(why), Texts.number(at + 1L), near(query, at));
      case SearchViewModel.Said.Found(String _, SearchResult result) -> counted(result);
    };
  }

  /** The words at the mistake, so that nobody has to count. */
  private String near(String query, int at) {
    String rest = query.substring(Math.min(at, query.length()));
    return rest.isBlank()
        ? texts.get("search.at-end")
        : VisibleText.inOneLine(rest.length() > 20 ? rest.substring(0, 20) + "…" : rest);
  }

  private String counted(SearchResult result) {
    if (result.count() == 0) {
      return texts.get(result.whole() ? "search.none" : "search.none-yet");
    }
    String counted =
        texts.get(
            "search.found",
            texts.count("search.hits", result.count()),
            texts.count("search.transcripts", result.transcripts().size()));
    if (!result.whole()) {
      counted = texts.get("search.stopped", counted);
    }
    return result.isCut()
        ? texts.get("search.cut", counted, Texts.number(result.hits().size()))
        : counted;
  }

  private void choose(int at) {
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  private void pressed(KeyEvent event) {
    boolean inField = event.getTarget().equals(field);
    switch (event.getCode()) {
      case ESCAPE -> done(event, model.runningProperty().get() ? model::stop : model::close);
      case ENTER -> {
        if (inField && !event.isShortcutDown() && !event.isShiftDown()) {
          done(event, model::enter);
        }
      }
      case DOWN -> done(event, () -> model.move(1));
      case UP -> done(event, () -> model.move(-1));
      case PAGE_DOWN -> done(event, () -> model.move(PAGE));
      case PAGE_UP -> done(event, () -> model.move(-PAGE));
      default -> {}
    }
  }

  private static void done(KeyEvent event, Runnable run) {
    run.run();
    event.consume();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(null);
  }
}
