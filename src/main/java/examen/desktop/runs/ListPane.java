package examen.desktop.runs;

import examen.app.ClassifierRuns.Judged;
import examen.app.ClassifierRuns.Run;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The runs that there are, a line for each thing that a run judged. */
final class ListPane extends Pane {
  private final RunsViewModel model;
  private final Texts texts;
  private final ListView<Line> list = new ListView<>();
  private final Button choose;
  private final Button edit;

  /**
   * @param by how the run is called, so that it is told from all others
   * @param judged null where nothing of the run may be known yet
   */
  record Line(Run run, String by, @Nullable Judged judged) {}

  ListPane(RunsViewModel model, RunDialogs dialogs, Texts texts) {
    this.model = model;
    this.texts = texts;
    choose = Parts.main(texts.get("runs.file"), () -> dialogs.labels().ifPresent(model::look));
    edit = Buttons.ofEnter(texts.get("runs.edit"), this::edit);
    boolean refused = !model.refusalProperty().get().isEmpty();
    choose.setDisable(refused);
    list.getStyleClass().addAll("format-list", "run-list");
    list.setAccessibleText(texts.get("runs.list"));
    list.getItems().setAll(lines(model.runs()));
    list.setCellFactory(view -> new RunCell(texts));
    list.setPlaceholder(Parts.wrapped(texts.get("runs.empty"), "import-quiet"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            edit();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    subscriptions.watch(
        list.getSelectionModel().selectedItemProperty(), now -> edit.setDisable(!isEditable(now)));
    list.getSelectionModel().selectFirst();
    VBox content = new VBox(10);
    content.getChildren().addAll(head());
    content.getChildren().add(list);
    fill(
        content, edit, Parts.gap(), Buttons.ofEnter(texts.get("runs.close"), model::close), choose);
  }

  private List<Node> head() {
    List<Node> head = new ArrayList<>();
    head.add(Parts.wrapped(texts.get("runs.about"), "import-hint"));
    String refusal = model.refusalProperty().get();
    if (!refusal.isEmpty()) {
      head.add(Parts.wrapped(texts.get("runs.refused", refusal), "sheet-problem"));
    }
    int withheld = model.runs().stream().mapToInt(Run::withheld).sum();
    if (withheld > 0) {
      Label note = Parts.wrapped(texts.count("runs.withheld", withheld), "findings-warning");
      note.setMaxWidth(Double.MAX_VALUE);
      head.add(note);
    }
    return head;
  }

  private List<Line> lines(List<Run> runs) {
    Map<String, Integer> namesakes = new HashMap<>();
    runs.forEach(run -> namesakes.merge(name(run), 1, Integer::sum));
    List<Line> lines = new ArrayList<>();
    for (Run run : runs) {
      boolean alone = namesakes.getOrDefault(name(run), 0) == 1;
      String by = alone ? name(run) : texts.get("runs.by.from", name(run), run.run().source());
      run.judged().forEach(judged -> lines.add(new Line(run, by, judged)));
      if (run.judged().isEmpty()) {
        lines.add(new Line(run, by, null));
      }
    }
    return lines;
  }

  private static String name(Run run) {
    return (run.run().name() + " " + run.run().version()).strip();
  }

  private boolean isEditable(@Nullable Line line) {
    Judged judged = line == null ? null : line.judged();
    return judged != null && !judged.values().isEmpty() && model.refusalProperty().get().isEmpty();
  }

  private void edit() {
    Line line = list.getSelectionModel().getSelectedItem();
    if (line != null && line.judged() != null) {
      model.edit(line.judged());
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      edit();
      event.consume();
    }
  }

  @Override
  Node first() {
    return list.getItems().isEmpty() && !choose.isDisabled() ? choose : list;
  }
}
