package examen.desktop.codebook;

import examen.app.RuleCounts.Figures;
import examen.desktop.codebook.UnsavedViewModel.Question;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Codebook workspace. Close it when it is taken away. */
public final class CodebookView extends VBox implements AutoCloseable {
  private final CodebookViewModel model;
  private final CodebookDialogs dialogs;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();
  private final TextField filter = new TextField();
  private final RuleTableView table;
  private final RuleEditorView editor;
  private final HitsView hits;
  private final HBox question = new HBox(10);

  public CodebookView(CodebookViewModel model, CodebookDialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    getStyleClass().add("codebook");
    editor = new RuleEditorView(model, texts, subscriptions);
    hits = new HitsView(model, texts, subscriptions);
    table = new RuleTableView(model, texts, editor::takeFocus, subscriptions);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox left =
        new VBox(
            head(), new CategoryBar(model.list(), texts, subscriptions), search(), table, foot());
    left.getStyleClass().add("rule-list");
    SplitPane right = new SplitPane(editor, hits);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.58);
    right.getStyleClass().add("workspace");
    left.setMinWidth(300);
    right.setMinWidth(300);
    SplitPane split = new SplitPane(left, right);
    split.setDividerPositions(0.6);
    split.getStyleClass().add("workspace");
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(problem(), question, split);
    question.getStyleClass().add("rule-question");
    question.setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(model.unsaved().questionProperty(), this::ask);
    subscriptions.handle(this, KeyEvent.KEY_PRESSED, this::pressed);
  }

  @Override
  public void close() {
    subscriptions.close();
    hits.clear();
    table.setItems(javafx.collections.FXCollections.emptyObservableList());
  }

  /** Puts the keyboard on the table. */
  public void takeFocus() {
    table.requestFocus();
    table.showChosen();
  }

  /** Puts the keyboard where the rule beside the table is written. */
  public void edit() {
    table.showChosen();
    editor.takeFocus();
  }

  /** Puts the keyboard into the filter. */
  public void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  /** Says which codebook is in use, and opens the way to a newer one. */
  public void setNewer(NewerViewModel newer) {
    Label now = new Label(VisibleText.inOneLine(newer.now(texts)));
    now.setMinWidth(0);
    Button open = button("newer.open", newer::open);
    HBox line = new HBox(10, now, gap(), open);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("codebook-line");
    getChildren().addFirst(line);
  }

  private Node head() {
    Label title = new Label(texts.get("rules.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label said = new Label();
    said.getStyleClass().add("rule-note");
    said.setMinWidth(0);
    subscriptions.watchAny(model.unsaved().countProperty(), () -> said.setText(said()));
    subscriptions.watchAny(model.noteProperty(), () -> said.setText(said()));
    Button add = button("rules.new", model::begin);
    add.addEventHandler(javafx.event.ActionEvent.ACTION, event -> edit());
    Button save = button("rules.save", model::save);
    save.getStyleClass().add("accent");
    Button revert = button("rules.revert", model.unsaved()::askToRevert);
    subscriptions.watch(
        model.unsaved().countProperty(),
        unsaved -> {
          save.setDisable(unsaved.intValue() == 0);
          revert.setDisable(unsaved.intValue() == 0);
        });
    HBox head =
        new HBox(
            6,
            title,
            said,
            gap(),
            add,
            button("rules.import", () -> dialogs.rules().ifPresent(model::take)),
            button("rules.export", this::export),
            revert,
            save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("rule-head");
    return head;
  }

  private String said() {
    int unsaved = model.unsaved().countProperty().get();
    String note = model.noteProperty().get();
    return note.isEmpty() && unsaved > 0 ? texts.count("rules.unsaved", unsaved) : note;
  }

  private void export() {
    dialogs.rulesTarget("rules.json").ifPresent(model::write);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().add("rule-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get(key + ".tip")));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node search() {
    filter.setPromptText(texts.get("rules.filter"));
    filter.setAccessibleText(texts.get("rules.filter"));
    filter.getStyleClass().add("queue-filter");
    subscriptions.bindBoth(filter.textProperty(), model.list().filterProperty());
    subscriptions.handle(filter, KeyEvent.KEY_PRESSED, this::filterKey);
    Node icon = Icon.SEARCH.node(14);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    icon.setTranslateX(9);
    StackPane search = new StackPane(filter, icon);
    search.getStyleClass().add("rule-search");
    return search;
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      table.requestFocus();
      event.consume();
    }
  }

  private Node foot() {
    Label counted = new Label();
    counted.getStyleClass().add("panel-count");
    counted.setMinWidth(0);
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("import-bar");
    bar.setPrefWidth(110);
    bar.setAccessibleText(texts.get("rules.count.progress"));
    Button stop = button("rules.count.stop", model.counting()::stop);
    Button start = button("rules.count.go-on", model.counting()::start);
    HBox foot = new HBox(10, counted, gap(), bar, stop, start);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("rule-foot");
    Runnable show =
        () -> {
          Figures now = model.counting().figuresProperty().get();
          boolean running = model.counting().runningProperty().get();
          counted.setText(counted(now));
          bar.setProgress(now.all() == 0 ? -1 : (double) now.looked() / now.all());
          show(bar, running);
          show(stop, running);
          show(start, !running && !now.isWhole());
        };
    subscriptions.watchAny(model.counting().figuresProperty(), show);
    subscriptions.watchAny(model.counting().runningProperty(), show);
    return foot;
  }

  private String counted(Figures now) {
    String looked = Texts.number(now.looked());
    String all = Texts.number(now.all());
    return now.pack().isEmpty()
        ? texts.get("rules.count.none")
        : now.isWhole()
            ? texts.count("rules.count.all", now.all())
            : texts.get("rules.count.some", looked, all);
  }

  private Node problem() {
    Label words = new Label();
    words.setMinWidth(0);
    words.setWrapText(true);
    Button dismiss = new Button();
    dismiss.setGraphic(Icon.CLOSE.node(12));
    dismiss.getStyleClass().setAll("quiet-button");
    dismiss.setAccessibleText(texts.get("shell.error.dismiss"));
    dismiss.setOnAction(event -> model.problemProperty().set(""));
    HBox line = new HBox(9, Icon.ALERT.node(16), words, gap(), dismiss);
    line.getStyleClass().add("banner");
    line.setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(
        model.problemProperty(),
        problem -> {
          words.setText(VisibleText.inOneLine(problem));
          show(line, !problem.isEmpty());
        });
    return line;
  }

  private void ask(Question asked) {
    show(question, asked != Question.NONE);
    question.getChildren().clear();
    if (asked != Question.NONE) {
      Label words = new Label(texts.count("rules.ask", model.unsaved().countProperty().get()));
      words.setMinWidth(0);
      Button save = button("rules.save", model::save);
      Button discard = button("rules.discard", model::revert);
      Button stay = button("rules.stay", this::stay);
      question.getChildren().addAll(Icon.ALERT.node(16), words, gap(), discard, stay, save);
      save.requestFocus();
    }
  }

  private void stay() {
    model.unsaved().stay();
    takeFocus();
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** From a field back to the table, from there back to reading. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (model.unsaved().questionProperty().get() != Question.NONE) {
        stay();
      } else if (table.isFocused()) {
        model.outside().back();
      } else {
        takeFocus();
      }
      event.consume();
    }
  }
}
