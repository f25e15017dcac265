package examen.desktop.source;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.desktop.source.RecordLines.Form;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A long text, of which only the lines in sight are drawn, and a search in it. */
final class RecordPane extends VBox {
  /** Of what stands before a place that was found, so many lines or UTF-16 units are shown. */
  private static final int BEFORE = 4;

  private static final int LITTLE = 300;

  private static final int ATTEMPTS = 6;

  private final SourceViewModel model;
  private final RecordViewModel text;
  private final Texts texts;
  private final Subscriptions subscriptions;
  private final ListView<RecordLines.Line> list = new ListView<>();
  private final TextField words = new TextField();
  private final Label count = new Label();
  private final Label instead = new Label();
  private final Set<RecordCell> cells = new HashSet<>();

  RecordPane(SourceViewModel model, Texts texts, Subscriptions subscriptions) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.subscriptions = subscriptions;
    text = model.text();
    getStyleClass().add("source-record");
    list.getStyleClass().add("source-lines");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText(texts.get("source.tab.record"));
    list.setCellFactory(view -> cell());
    instead.getStyleClass().add("source-instead");
    instead.setWrapText(true);
    list.setPlaceholder(instead);
    VBox.setVgrow(list, Priority.ALWAYS);
    Node forms = forms();
    Node search = search();
    getChildren().addAll(opened(), forms, search, list);
    subscriptions.watch(
        model.recordProperty(),
        record -> {
          forms.setDisable(record != SourceViewModel.Sighted.SHOWN);
          search.setDisable(record != SourceViewModel.Sighted.SHOWN);
        });
    subscriptions.watch(text.shownProperty(), this::show);
    subscriptions.watch(text.foundProperty(), this::show);
    subscriptions.watch(model.recordProperty(), this::say);
    subscriptions.handle(list, KeyEvent.KEY_PRESSED, this::copy);
  }

  /** Puts the keyboard into the search. */
  void find() {
    words.requestFocus();
    words.selectAll();
  }

  void clear() {
    list.setItems(FXCollections.emptyObservableList());
  }

  private RecordCell cell() {
    RecordCell cell = new RecordCell(text);
    cells.add(cell);
    return cell;
  }

  private Node opened() {
    Label title = new Label();
    title.getStyleClass().add("source-title");
    title.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button back = quiet("source.back", () -> model.readRecord());
    back.setText(texts.get("source.back"));
    back.getStyleClass().add("source-unfold");
    back.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, title, gap, back);
    line.setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(
        text.shownProperty(),
        shown -> {
          title.setText(VisibleText.inOneLine(shown.title()));
          line.setVisible(!shown.title().isEmpty());
          line.setManaged(!shown.title().isEmpty());
        });
    return line;
  }

  private Node forms() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton indented = form("source.indented", Form.INDENTED, group);
    ToggleButton asInFile = form("source.as-in-file", Form.AS_IN_FILE, group);
    HBox forms = new HBox(asInFile, indented);
    forms.getStyleClass().add("source-forms");
    subscriptions.watch(
        text.shownProperty(),
        shown -> {
          (shown.form() == Form.INDENTED ? indented : asInFile).setSelected(true);
          indented.setDisable(!shown.isJson());
        });
    return forms;
  }

  private ToggleButton form(String key, Form form, ToggleGroup group) {
    return new SourceToggle(texts.get(key), group, () -> text.choose(form));
  }

  private Node search() {
    words.setPromptText(texts.get("source.find"));
    words.setAccessibleText(texts.get("source.find"));
    words.getStyleClass().add("source-find");
    HBox.setHgrow(words, Priority.ALWAYS);
    subscriptions.bindBoth(words.textProperty(), text.wordsProperty());
    subscriptions.handle(words, KeyEvent.KEY_PRESSED, this::typed);
    count.getStyleClass().add("panel-count");
    count.setMinWidth(USE_PREF_SIZE);
    Button previous = quiet("source.find.previous", text::previous);
    previous.setGraphic(Icon.UNFOLD.node(14));
    previous.getGraphic().setRotate(180);
    Button next = quiet("source.find.next", text::next);
    next.setGraphic(Icon.UNFOLD.node(14));
    HBox line = new HBox(6, words, count, previous, next);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button quiet(String key, Runnable action) {
    Button button = new Button();
    button.getStyleClass().setAll("quiet-button");
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        text.previous();
      } else {
        text.next();
      }
      event.consume();
    }
  }

  private void show(RecordViewModel.Shown shown) {
    ObservableList<RecordLines.Line> lines = FXCollections.observableList(shown.lines());
    list.setItems(lines);
    if (!lines.isEmpty() && list.getScene() != null) {
      list.scrollTo(0);
      // Only once the list knows its new lines can it go to one of them.
      list.applyCss();
      list.layout();
    }
  }

  private void show(Found found) {
    boolean looking = !text.wordsProperty().get().isEmpty();
    String place = Texts.number(found.current() + 1L);
    String inAll = Texts.number(found.count());
    count.setText(
        !looking
            ? ""
            : found.count() == 0
                ? texts.get("source.find.none")
                : texts.get("source.find.count", place, inAll));
    cells.forEach(RecordCell::repaint);
    if (found.place() >= 0) {
      bring(text.shownProperty().get().lines(), found.place());
    }
  }

  /** Brings a place into sight: where lines differ in height, a list finds one by and by. */
  private void bring(RecordLines lines, int place) {
    int line = lines.at(place);
    list.scrollTo(first(lines, place));
    for (int attempt = 0; attempt < ATTEMPTS && list.getScene() != null; attempt++) {
      list.applyCss();
      list.layout();
      if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
        return;
      }
      IndexedCell<?> top = flow.getFirstVisibleCell();
      IndexedCell<?> bottom = flow.getLastVisibleCell();
      if (top == null || bottom == null || line < top.getIndex() || line > bottom.getIndex()) {
        list.scrollTo(line);
      } else if (line == bottom.getIndex()
          && bottom.getBoundsInParent().getMaxY() > flow.getHeight()) {
        flow.scrollPixels(bottom.getBoundsInParent().getMaxY() - flow.getHeight());
      } else {
        return;
      }
    }
  }

  /** The line that has to be the first for this place to be in sight, with a little before it. */
  private static int first(RecordLines lines, int place) {
    int line = lines.at(place);
    int first = line;
    while (first > 0 && line - first < BEFORE && place - lines.get(first - 1).start() < LITTLE) {
      first--;
    }
    return first;
  }

  private void say(SourceViewModel.Sighted record) {
    instead.setGraphic(record == SourceViewModel.Sighted.HIDDEN ? Icon.LOCK.node(18) : null);
    instead.setText(
        switch (record) {
          case NONE, SHOWN -> "";
          case LOADING -> texts.get("source.record.loading");
          case HIDDEN -> texts.get("source.record.hidden");
          case NOT_KEPT -> texts.get("source.record.none");
        });
  }

  private void copy(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      StringBuilder copied = new StringBuilder();
      String all = text.shownProperty().get().text().text();
      for (RecordLines.Line line : list.getSelectionModel().getSelectedItems()) {
        copied.append(all, line.start(), line.end()).append('\n');
      }
      ClipboardContent content = new ClipboardContent();
      content.putString(copied.toString());
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }
}
