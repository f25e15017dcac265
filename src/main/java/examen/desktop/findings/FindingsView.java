package examen.desktop.findings;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.study.Study;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Findings workspace. Close it when it is taken away. */
public final class FindingsView extends StackPane implements AutoCloseable {
  private static final double LEFT = 27;
  private static final double MOST_LEFT = 0.42;
  private static final double LIST_SHARE = 0.36;

  private final FindingsViewModel model;
  private final Texts texts;
  private final ListView<Study> list = new ListView<>();
  private final FormView form;
  private final OutcomePane outcome;
  private final SplitPane split;
  private final SourceBar sources;
  private final Subscriptions subscriptions = new Subscriptions();

  public FindingsView(
      FindingsViewModel model, SavingViewModel saving, FindingsDialogs dialogs, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("findings");
    form = new FormView(model, texts, subscriptions);
    sources = new SourceBar(model, texts, subscriptions);
    outcome = new OutcomePane(model, saving, dialogs, texts, subscriptions);
    VBox left = left();
    split = new SplitPane(left, outcome);
    split.getStyleClass().add("workspace");
    SplitPane.setResizableWithParent(left, false);
    left.setMinWidth(220);
    outcome.setMinWidth(260);
    getChildren().add(split);
    subscriptions.onChange(split.widthProperty(), width -> place(width.doubleValue()));
    subscriptions.handle(this, KeyEvent.KEY_PRESSED, this::pressed);
    // The list would keep these keys to itself.
    subscriptions.filter(list, KeyEvent.KEY_PRESSED, this::pressed);
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(FXCollections.emptyObservableList());
    outcome.clear();
  }

  /** Puts the keyboard where work goes on: on the first choice that is needed. */
  public void takeFocus() {
    list.requestFocus();
  }

  /**
   * Offers what numbers are made of beside reviews.
   *
   * @param runs shows classifier runs
   * @param everything asks whether all that is withheld is to be shown
   */
  public void offer(Runnable runs, Runnable everything) {
    sources.offer(runs, everything);
  }

  /** Lets a sample that is shown be kept as a plan. */
  public void offer(KeepPlanViewModel plans) {
    outcome.offer(plans, subscriptions);
  }

  /** Puts the keyboard on the choices. */
  public void enterForm() {
    form.takeFocus();
  }

  /** Makes the analysis; puts the keyboard on what is wrong, if something is. */
  public void make() {
    model.make();
    boolean wrong =
        model.form().stream().anyMatch(field -> !field.mistakeProperty().get().isEmpty());
    if (wrong) {
      form.takeFocus();
    }
  }

  /** Saves the table or figure in which the keyboard is, or else everything. */
  public void save() {
    outcome.save();
  }

  /** Copies the table in which the keyboard is, or else the first. */
  public void copy() {
    outcome.copy();
  }

  private VBox left() {
    ScrollPane choices = new ScrollPane(new VBox(14, about(), form));
    choices.getStyleClass().add("findings-choices");
    choices.setFitToWidth(true);
    choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    choices.setFocusTraversable(false);
    VBox.setVgrow(choices, Priority.ALWAYS);
    VBox left =
        new VBox(
            head(), sources, list(), choices, new RunBar(model, this::make, texts, subscriptions));
    left.getStyleClass().add("findings-left");
    Runnable fit = () -> fit(left.getHeight());
    subscriptions.watchAny(left.heightProperty(), fit);
    subscriptions.watchAny(list.fixedCellSizeProperty(), fit);
    return left;
  }

  /** As high as its lines, but never so high that there is no room for the choices. */
  private void fit(double whole) {
    double lines = model.studies().size() * Math.max(20, list.getFixedCellSize()) + 6;
    double height = Math.min(lines, Math.max(60, whole * LIST_SHARE));
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }

  private Node head() {
    Label title = new Label(texts.get("findings.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label facts = new Label();
    facts.getStyleClass().add("panel-count");
    facts.setMinWidth(0);
    Tooltip tip = new Tooltip();
    facts.setTooltip(tip);
    subscriptions.watch(
        model.pickableProperty(),
        now -> {
          facts.setText(facts(now));
          tip.setText(facts(now));
        });
    HBox head = new HBox(10, title, facts);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("findings-head");
    return head;
  }

  private String facts(Pickable now) {
    if (now.transcripts() == 0) {
      return "";
    }
    return texts.get(
        "findings.facts",
        texts.count("search.transcripts", now.transcripts()),
        texts.count("findings.raters", now.raters().size()));
  }

  private Node list() {
    list.getStyleClass().add("findings-list");
    list.setAccessibleText(texts.get("findings.list"));
    list.setItems(FXCollections.observableArrayList(model.studies()));
    list.setCellFactory(view -> new StudyCell());
    subscriptions.watch(model.studyProperty(), now -> list.getSelectionModel().select(now));
    subscriptions.onChange(
        list.getSelectionModel().selectedItemProperty(),
        now -> {
          if (now != null) {
            model.studyProperty().set(now);
          }
        });
    return list;
  }

  private Node about() {
    Label about = new Label();
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    about.getStyleClass().add("findings-about");
    subscriptions.watch(model.studyProperty(), study -> about.setText(study.about() + "."));
    Label none = new Label(texts.get("findings.nothing-judged"));
    none.setWrapText(true);
    none.setMinHeight(USE_PREF_SIZE);
    none.getStyleClass().add("findings-warning");
    subscriptions.watch(
        model.pickableProperty(),
        now -> {
          boolean shown = now.transcripts() > 0 && !now.isJudged();
          none.setVisible(shown);
          none.setManaged(shown);
        });
    return new VBox(8, about, none);
  }

  /** Once, in a width that suits the size of the letters; later it is the user's to choose. */
  private void place(double width) {
    if (width > 0 && split.getProperties().putIfAbsent("placed", true) == null) {
      Label sample = new Label("n");
      getChildren().add(sample);
      sample.applyCss();
      double wanted = LEFT * sample.getFont().getSize();
      getChildren().remove(sample);
      split.setDividerPositions(Math.clamp(wanted / width, 0, MOST_LEFT));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (model.runningProperty().get() != null) {
        model.cancel();
      } else if (list.isFocused()) {
        model.back();
      } else {
        takeFocus();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && list.isFocused() && !event.isShortcutDown()) {
      enterForm();
      event.consume();
    }
  }

  /** An analysis in the list. */
  private static final class StudyCell extends ListCell<Study> {
    @Override
    protected void updateItem(Study study, boolean empty) {
      super.updateItem(study, empty);
      setText(study == null || empty ? null : VisibleText.inOneLine(study.title()));
      setTooltip(study == null || empty ? null : new Tooltip(study.about() + "."));
    }
  }
}
