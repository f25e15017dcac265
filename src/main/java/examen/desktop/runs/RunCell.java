package examen.desktop.runs;

import examen.app.ClassifierRuns.Judged;
import examen.app.ClassifierRuns.Run;
import examen.app.ClassifierRuns.Value;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A label of a run: what was judged, by what, how often, and what its values stand for. */
final class RunCell extends ListCell<ListPane.Line> {
  /** More values are counted, not named. */
  private static final int MOST = 8;

  private final Texts texts;

  RunCell(Texts texts) {
    this.texts = texts;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ListPane.@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Run run = line.run();
    Judged judged = line.judged();
    String by = line.by();
    String name = judged == null ? by : judged.name();
    Label title = Parts.line(name, "format-name");
    Label count =
        Parts.line(
            texts.count("runs.labels", judged == null ? run.labels() : judged.labels()),
            "format-detail");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Label of = Parts.line(judged == null ? "" : by, "format-detail");
    HBox.setHgrow(of, Priority.ALWAYS);
    of.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(10, title, of, count);
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox lines = new VBox(2, head);
    String said = judged == null ? texts.get("runs.unknown") : values(judged);
    lines.getChildren().add(Parts.line(said, "import-hint"));
    if (judged != null && !judged.answers().isEmpty()) {
      lines.getChildren().add(Parts.line(answers(judged), "import-hint"));
    }
    lines.setMinWidth(0);
    lines.setPrefWidth(0);
    setGraphic(lines);
    setAccessibleText(VisibleText.inOneLine(name + ", " + by + ", " + said));
  }

  private String values(Judged judged) {
    String values =
        judged.values().stream().limit(MOST).map(this::value).collect(Collectors.joining(" · "));
    int more = judged.values().size() - MOST;
    String all = more > 0 ? texts.get("runs.values.more", values, Texts.number(more)) : values;
    return judged.silent() == 0
        ? all
        : (all + " · " + texts.get("runs.silent", Texts.number(judged.silent()))).strip();
  }

  private String value(Value value) {
    return texts.get("runs.value.count", value.words(), Texts.number(value.count()));
  }

  private String answers(Judged judged) {
    return texts.get(
        "runs.stand-for",
        new TreeMap<>(judged.answers())
            .entrySet().stream()
                .map(
                    each ->
                        texts.get(
                            "runs.stands-for",
                            each.getKey(),
                            each.getValue().isEmpty()
                                ? texts.get("runs.answer.none")
                                : each.getValue()))
                .collect(Collectors.joining(", ")));
  }
}
