package examen.desktop.codebook;

import examen.app.RuleLine.Origin;
import examen.app.RuleTrial.Findings;
import examen.app.TrialHit;
import examen.desktop.codebook.HitsViewModel.Kind;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the rule that is shown finds in the project, and what it finds otherwise than before. */
final class HitsView extends VBox {
  private static final double ROW = 44;

  private final CodebookViewModel model;
  private final HitsViewModel hits;
  private final Texts texts;
  private final ListView<TrialHit> list = new ListView<>();
  private final Map<Kind, ToggleButton> kinds = new EnumMap<>(Kind.class);
  private final Label summary = new Label();
  private final Label none = new Label();
  private final ProgressBar progress = new ProgressBar();

  HitsView(CodebookViewModel model, Texts texts, Subscriptions subscriptions) {
    this.model = model;
    this.texts = texts;
    hits = model.editor().hits();
    getStyleClass().add("rule-hits");
    list.getStyleClass().add("hit-list");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(texts.get("rules.hits"));
    list.setCellFactory(view -> new HitCell(texts, model.outside().covering()));
    none.getStyleClass().add("queue-none");
    none.setWrapText(true);
    list.setPlaceholder(none);
    list.setContextMenu(menu());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), progress, list);
    progress.getStyleClass().addAll("import-bar", "hits-bar");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(texts.get("rules.hits.progress"));
    subscriptions.watchAny(hits.findingsProperty(), this::show);
    subscriptions.watchAny(hits.kindProperty(), this::show);
    subscriptions.watchAny(hits.runningProperty(), this::show);
    subscriptions.watchAny(model.editor().rowProperty(), this::show);
    subscriptions.watchAny(model.editor().mistakesProperty(), this::show);
    subscriptions.onChange(model.outside().covering().turnsProperty(), turn -> list.refresh());
    subscriptions.filter(list, KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && !list.equals(event.getTarget())) {
            openChosen();
          }
        });
  }

  void clear() {
    list.getItems().clear();
    list.setContextMenu(null);
  }

  private Node head() {
    Label title = new Label(texts.get("rules.hits"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    summary.getStyleClass().add("panel-count");
    summary.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, summary, gap);
    for (Kind kind : Kind.values()) {
      ToggleButton button = new ToggleButton();
      button.getStyleClass().setAll("rule-chip");
      button.setMinWidth(USE_PREF_SIZE);
      button.setTooltip(new Tooltip(texts.get("rules.kind.tip." + kind.wire())));
      button.setOnAction(
          event -> {
            hits.kindProperty().set(kind);
            show();
          });
      kinds.put(kind, button);
      head.getChildren().add(button);
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("hits-head");
    return head;
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("rules.hit.open", this::openChosen),
        item("rules.hit.find", this::mustFind),
        item("rules.hit.pass", this::mustPass));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void show() {
    Findings now = hits.findingsProperty().get();
    boolean running = hits.runningProperty().get();
    kinds.forEach(
        (kind, button) -> {
          button.setText(texts.get("rules.kind." + kind.wire(), Texts.number(hits.count(kind))));
          button.setSelected(kind == hits.kindProperty().get());
        });
    summary.setText(
        now.all() == 0
            ? ""
            : texts.get(
                running ? "rules.hits.so-far" : "rules.hits.done",
                Texts.number(now.with()),
                Texts.number(now.looked()),
                Texts.number(now.all())));
    progress.setVisible(running);
    progress.setProgress(now.all() == 0 ? -1 : (double) now.looked() / now.all());
    List<TrialHit> listed = hits.listed();
    if (!list.getItems().equals(listed)) {
      int at = list.getSelectionModel().getSelectedIndex();
      list.getItems().setAll(listed);
      list.getSelectionModel().select(Math.min(at, listed.size() - 1));
    }
    none.setText(texts.get(nothing(running)));
  }

  private String nothing(boolean running) {
    RuleRow row = model.editor().rowProperty().get();
    if (row != null && row.origin() == Origin.LEARNED) {
      return "rules.hits.learned";
    }
    if (model.editor().isBroken()) {
      return "rules.hits.broken";
    }
    return running ? "rules.hits.looking" : "rules.hits.none";
  }

  private @Nullable TrialHit chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void openChosen() {
    TrialHit hit = chosen();
    if (hit != null) {
      model.outside().open(hit.anchor());
    }
  }

  private void mustFind() {
    TrialHit hit = chosen();
    if (hit != null && mayTake(hit)) {
      model.editor().mustFind(hit);
    }
  }

  private void mustPass() {
    TrialHit hit = chosen();
    if (hit != null && mayTake(hit)) {
      model.editor().mustPass(hit);
    }
  }

  /** What is covered would be read among the examples of the rule. */
  private boolean mayTake(TrialHit hit) {
    return model.isEditable() && !model.outside().covering().covers(hit.anchor().transcript());
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> openChosen();
      case F -> mustFind();
      case P -> mustPass();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
