package examen.desktop.intake;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One condition: whether it is kept, under which name, with which values. */
final class ConditionEditor extends VBox {
  private final ConditionRow row;
  private final Texts texts;

  ConditionEditor(ConditionRow row, String values, Texts texts) {
    super(4);
    this.row = row;
    this.texts = texts;
    String found = VisibleText.inOneLine(row.found().name());
    getStyleClass().add("condition-row");
    CheckBox kept = new CheckBox(found);
    kept.setMnemonicParsing(false);
    kept.setSelected(row.keptProperty().get());
    kept.setTooltip(new Tooltip(texts.get("import.conditions.keep")));
    kept.setAccessibleText(texts.get("import.conditions.keep.of", found));
    kept.setPrefWidth(140);
    kept.setMinWidth(140);
    kept.setMaxWidth(140);
    TextField name = Pane.field(row.nameProperty(), texts.get("import.conditions.name", found));
    name.setPrefWidth(150);
    name.setMinWidth(150);
    ToggleButton more = new ToggleButton(texts.get("import.conditions.values"));
    more.getStyleClass().add("small");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.setAccessibleText(texts.get("import.conditions.values.of", found));
    Label said = Pane.shortLabel(values, "import-quiet");
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().add(Pane.line(10, kept, arrow(), name, said, more));
    kept.selectedProperty()
        .addListener(
            (p, before, now) -> {
              row.keptProperty().set(now);
              name.setDisable(!now);
            });
    name.setDisable(!kept.isSelected());
    more.selectedProperty().addListener((p, before, open) -> unfold(open));
  }

  private static Label arrow() {
    Label arrow = Pane.label("→", "format-detail");
    arrow.setMinWidth(Region.USE_PREF_SIZE);
    return arrow;
  }

  private void unfold(boolean open) {
    if (getChildren().size() > 1) {
      getChildren().removeLast();
    }
    if (open) {
      getChildren().add(values());
    }
  }

  private Node values() {
    GridPane grid = new GridPane(10, 4);
    grid.getStyleClass().add("condition-values");
    int at = 0;
    for (ConditionRow.ValueRow value : row.values()) {
      Label from = Pane.shortLabel(value.found().value(), "condition-value");
      from.setPrefWidth(220);
      Label count = Pane.label(Texts.number(value.found().transcripts()), "format-detail");
      count.setMinWidth(Region.USE_PREF_SIZE);
      TextField to =
          Pane.field(
              value.becomes(),
              texts.get("import.conditions.becomes", VisibleText.inOneLine(value.found().value())));
      GridPane.setHgrow(to, Priority.ALWAYS);
      grid.addRow(at++, from, count, arrow(), to);
    }
    int rest = row.found().values().size() - row.values().size();
    if (rest > 0 || row.found().more() > 0) {
      grid.add(
          Pane.label(texts.get("import.conditions.values.unlisted"), "import-quiet"),
          0,
          at++,
          4,
          1);
    }
    TextField into = Pane.field(row.intoProperty(), texts.get("import.conditions.into"));
    into.setPromptText(row.found().name());
    HBox line = Pane.line(8, Pane.label(texts.get("import.conditions.into"), "import-quiet"), into);
    grid.add(line, 0, at, 4, 1);
    return grid;
  }
}
