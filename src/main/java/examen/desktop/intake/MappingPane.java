package examen.desktop.intake;

import examen.app.FieldMeaning;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The places in some files' records, and what each stands for. */
final class MappingPane extends CorrectingPane {
  private static final int LONGEST_EXAMPLE = 120;

  private final ImportViewModel model;
  private final MappingViewModel mapping;
  private final Dialogs dialogs;
  private final GridPane grid = new GridPane(12, 8);
  private final Label saved = label("", "import-hint");
  private final Subscriptions ofRows = new Subscriptions();
  private Node first;

  MappingPane(ImportViewModel model, MappingViewModel mapping, Dialogs dialogs, Texts texts) {
    super(texts);
    this.model = model;
    this.mapping = mapping;
    this.dialogs = dialogs;
    grid.getStyleClass().add("condition-rows");
    grid.getColumnConstraints().setAll(grows(), width(165), width(130));
    Button use = use(model, mapping.usableProperty());
    first = use;
    subscriptions.watchAny(mapping.rows(), this::showRows);
    subscriptions.add(ofRows::close);
    Node head =
        head(mapping.found().source(), mapping.found().files(), texts.get("import.mapping.hint"));
    Button save = Buttons.ofEnter(texts.get("import.mapping.save"), this::save);
    subscriptions.watch(mapping.usableProperty(), can -> save.setDisable(!can));
    saved.setMinWidth(0);
    fill(
        content(head, grid, mapping.trial()),
        Buttons.ofEnter(texts.get("import.back"), model::back),
        Buttons.ofEnter(texts.get("import.mapping.open"), this::open),
        save,
        saved,
        gap(),
        use);
  }

  @Override
  Node first() {
    return first;
  }

  private static ColumnConstraints width(double width) {
    return new ColumnConstraints(width, width, width);
  }

  private static ColumnConstraints grows() {
    ColumnConstraints column = new ColumnConstraints(60, 120, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private void showRows() {
    ofRows.close();
    grid.getChildren().clear();
    int at = 0;
    for (FieldRow row : mapping.rows()) {
      add(row, at++);
    }
    first = grid.getChildren().size() > 1 ? grid.getChildren().get(1) : first;
  }

  private void add(FieldRow row, int at) {
    String place = VisibleText.inOneLine(row.place());
    String shown = SafeLabel.shortened(row.example().strip(), LONGEST_EXAMPLE);
    Label example =
        shown.isEmpty()
            ? shortLabel(texts.get("import.mapping.no-example"), "import-place")
            : shortLabel(shown, "import-hint");
    ComboBox<FieldMeaning> meaning =
        choice(
            List.of(FieldMeaning.values()),
            value -> texts.get("import.mapping.means." + value.wire()),
            texts.get("import.mapping.means", place));
    meaning.setMaxWidth(Double.MAX_VALUE);
    TextField name = field(row.nameProperty(), texts.get("import.mapping.name", place));
    name.setPromptText(texts.get("import.mapping.name.short"));
    meaning.valueProperty().addListener((property, before, now) -> row.meaningProperty().set(now));
    ofRows.onChange(row.nameProperty(), now -> rename(name, now));
    ofRows.watch(
        row.meaningProperty(),
        now -> {
          meaning.setValue(now);
          name.setVisible(now.isNamed());
          emphasise(meaning, now);
        });
    VBox where = new VBox(1, shortLabel(row.place(), "field-place"), example);
    where.setMinWidth(0);
    grid.addRow(at, where, meaning, name);
  }

  private static void rename(TextField field, String name) {
    if (!field.getText().equals(name)) {
      field.setText(name);
    }
  }

  /** What stands for nothing steps back. */
  private static void emphasise(ComboBox<FieldMeaning> meaning, FieldMeaning now) {
    meaning.getStyleClass().remove("means-nothing");
    if (now == FieldMeaning.NOTHING) {
      meaning.getStyleClass().add("means-nothing");
    }
  }

  private void open() {
    dialogs.mapping().ifPresent(mapping::open);
  }

  private void save() {
    dialogs
        .mappingTarget("mapping.json")
        .ifPresent(
            target ->
                model.save(
                    mapping.mapping().text(),
                    target,
                    () -> saved.setText(texts.get("import.report.saved"))));
  }
}
