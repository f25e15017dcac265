package examen.desktop.intake;

import examen.app.ImportPreview.ValueFound;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The conditions that were found, and fields to change what becomes of them. */
final class ConditionsPane extends ScrollPane implements AutoCloseable {
  private final ConditionsViewModel model;
  private final int transcripts;
  private final Texts texts;
  private final VBox constants = new VBox(6);
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param transcripts how many were read
   */
  ConditionsPane(ConditionsViewModel model, int transcripts, Texts texts) {
    this.model = model;
    this.transcripts = transcripts;
    this.texts = texts;
    getStyleClass().add("conditions");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    VBox rows = new VBox(0);
    rows.getStyleClass().add("condition-rows");
    if (model.rows().isEmpty()) {
      rows.getChildren().add(Pane.label(texts.get("import.conditions.none"), "import-quiet"));
    }
    model.rows().forEach(row -> rows.getChildren().add(new ConditionEditor(row, of(row), texts)));
    rows.getChildren().addAll(clashes(), setHead(), constants, addButton());
    setContent(rows);
    subscriptions.watchAny(model.constants(), this::showConstants);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /** Which values a condition has, the most frequent first. */
  private String of(ConditionRow row) {
    List<ValueFound> values = row.found().values();
    String some =
        values.stream()
            .limit(4)
            .map(v -> VisibleText.inOneLine(v.value()) + " (" + Texts.number(v.transcripts()) + ")")
            .collect(Collectors.joining(", "));
    int rest = values.size() - 4;
    String all = rest > 0 ? some + texts.count("import.conditions.values.more", rest) : some;
    int have = row.found().transcripts();
    return have == transcripts
        ? all
        : all + " · " + texts.count("import.conditions.without", transcripts - have);
  }

  private Node clashes() {
    Label clash = new Label();
    clash.getStyleClass().add("import-hint");
    clash.setWrapText(true);
    subscriptions.watchAny(
        model.mappingProperty(),
        () -> {
          model.mappingProperty().get();
          String names = String.join(", ", model.clashes());
          clash.setText(
              names.isEmpty()
                  ? ""
                  : VisibleText.inOneLine(texts.get("import.conditions.clash", names)));
          clash.setVisible(!names.isEmpty());
          clash.setManaged(!names.isEmpty());
        });
    return clash;
  }

  private Node setHead() {
    Label head = Pane.label(texts.get("import.conditions.set"), "panel-title");
    head.getStyleClass().add("condition-set-head");
    return head;
  }

  private void showConstants() {
    constants.getChildren().setAll(model.constants().stream().map(this::constant).toList());
    constants.setManaged(!model.constants().isEmpty());
  }

  private Node constant(ConditionsViewModel.Constant constant) {
    TextField name = Pane.field(constant.name(), texts.get("import.conditions.set.name"));
    TextField value = Pane.field(constant.value(), texts.get("import.conditions.set.value"));
    HBox.setHgrow(value, Priority.ALWAYS);
    name.setPrefWidth(180);
    Button remove = new Button();
    remove.setGraphic(Icon.REMOVE.node(14));
    remove.getStyleClass().setAll("quiet-button");
    remove.setAccessibleText(texts.get("import.conditions.set.remove"));
    remove.setTooltip(new Tooltip(texts.get("import.conditions.set.remove")));
    remove.setOnAction(event -> model.removeConstant(constant));
    HBox line = Pane.line(8, name, new Label("="), value, remove);
    line.getStyleClass().add("condition-constant");
    return line;
  }

  private Node addButton() {
    Button add = Buttons.ofEnter(texts.get("import.conditions.set.add"), this::addConstant);
    add.getStyleClass().add("small");
    VBox box = new VBox(add);
    box.getStyleClass().add("condition-add");
    return box;
  }

  private void addConstant() {
    model.addConstant();
    ((HBox) constants.getChildren().getLast()).getChildren().getFirst().requestFocus();
  }
}
