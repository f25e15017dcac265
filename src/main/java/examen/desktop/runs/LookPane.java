package examen.desktop.runs;

import examen.app.ClassifierRuns.Look;
import examen.app.ClassifyReport;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a file would bring: its rows, what its values stand for, and how its run is called. */
final class LookPane extends Pane {
  private final FileViewModel file;
  private final Texts texts;
  private final TextField name;
  private final Label account = Parts.wrapped("", "import-quiet");
  private final Label columns = Parts.line("", "import-hint");
  private final Tab mapping;
  private final Tab refused;
  private final Button keep;
  private Subscriptions ofLook = new Subscriptions();

  LookPane(RunsViewModel model, Texts texts) {
    this.file = model.file();
    this.texts = texts;
    name = field("runs.name", 15);
    subscriptions.bindBoth(name.textProperty(), file.nameProperty());
    TextField version = field("runs.version", 8);
    version.setPromptText(texts.get("runs.version.none"));
    subscriptions.bindBoth(version.textProperty(), file.versionProperty());
    mapping = new Tab(texts.get("runs.tab.mapping"));
    refused = new Tab(texts.get("runs.tab.refused"));
    TabPane tabs = new TabPane(mapping, refused);
    tabs.getStyleClass().add("import-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    keep = Parts.main("", model::keep);
    subscriptions.watch(file.canKeepProperty(), can -> keep.setDisable(!can));
    subscriptions.watch(file.lookProperty(), this::show);
    subscriptions.add(() -> ofLook.close());
    HBox names = new HBox(16, named("runs.name", name), named("runs.version", version));
    VBox content = new VBox(10, head(), names, mistake(), tabs);
    fill(content, Buttons.ofEnter(texts.get("runs.back"), model::back), Parts.gap(), keep);
    if (file.mappings().isEmpty()) {
      tabs.getSelectionModel().select(refused);
    }
  }

  @Override
  Node first() {
    return keep.isDisabled() ? name : keep;
  }

  private Node head() {
    return new VBox(3, Parts.line(file.fileName(), "import-big"), account, columns);
  }

  private TextField field(String key, int letters) {
    TextField field = new TextField();
    field.setPrefColumnCount(letters);
    field.setMinWidth(60);
    field.setAccessibleText(texts.get(key));
    // The Enter key in it presses no button.
    field.setOnAction(Event::consume);
    return field;
  }

  private HBox named(String key, TextField field) {
    Label label = Parts.line(texts.get(key), "import-quiet");
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(field);
    HBox named = new HBox(8, label, field);
    named.setAlignment(Pos.CENTER_LEFT);
    return named;
  }

  private Node mistake() {
    Label mistake = Parts.wrapped("", "sheet-problem");
    mistake.setMaxWidth(Double.MAX_VALUE);
    subscriptions.watch(
        file.mistakeProperty(),
        words -> {
          mistake.setText(Parts.sentence(words));
          Parts.show(mistake, !words.isEmpty());
        });
    return mistake;
  }

  private void show(@Nullable Look look) {
    if (look == null) {
      return;
    }
    ofLook.close();
    ofLook = new Subscriptions();
    ClassifyReport report = look.report();
    account.setText(Account.of(report, texts));
    columns.setText(columns(report));
    keep.setText(
        report.imported() == 0
            ? texts.get("runs.keep.none")
            : texts.count("runs.keep", report.imported()));
    MappingList mappings = new MappingList(file.mappings(), texts);
    ofLook.add(mappings::close);
    mapping.setContent(mappings);
    int rows = report.refused().size();
    refused.setText(
        rows == 0
            ? texts.get("runs.tab.refused")
            : texts.get("runs.tab.refused") + " " + Texts.number(rows));
    refused.setContent(new RefusedList(report.refused(), texts));
  }

  private String columns(ClassifyReport report) {
    String read = texts.get("runs.columns", String.join(", ", report.read()));
    return report.left().isEmpty()
        ? read
        : read + " " + texts.get("runs.columns.left", String.join(", ", report.left()));
  }
}
