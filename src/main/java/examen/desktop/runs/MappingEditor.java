package examen.desktop.runs;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.desktop.runs.Scope.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The values of a label, and which answer each stands for. Close it when it is taken away. */
final class MappingEditor extends VBox implements AutoCloseable {
  private final MappingViewModel model;
  private final Texts texts;
  private final ComboBox<Scope> scope;
  private final GridPane grid = new GridPane(12, 6);
  private final Subscriptions subscriptions = new Subscriptions();

  MappingEditor(MappingViewModel model, Texts texts) {
    super(10);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("run-mapping");
    scope = choice(model.scopes(), Scope::title, texts.get("runs.scope"));
    subscriptions.bindBoth(scope.valueProperty(), model.scopeProperty());
    Label asks = Parts.line(texts.get("runs.scope"), "import-quiet");
    asks.setLabelFor(scope);
    asks.setMinWidth(Region.USE_PREF_SIZE);
    VBox head = new VBox(4, asks, scope);
    grid.getStyleClass().add("condition-rows");
    grid.getColumnConstraints().setAll(grows(), number(), grows());
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("conditions");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    note().forEach(getChildren()::add);
    fill();
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  Node first() {
    return scope;
  }

  private List<Label> note() {
    List<Label> notes = new ArrayList<>();
    if (model.unlisted() > 0) {
      notes.add(
          Parts.wrapped(
              texts.get(
                  "runs.unlisted",
                  Texts.number(model.rows().size()),
                  Texts.number(model.unlisted())),
              "import-hint"));
    }
    if (model.judged().silent() > 0) {
      notes.add(
          Parts.wrapped(texts.count("runs.silent.note", model.judged().silent()), "import-hint"));
    }
    return notes;
  }

  private void fill() {
    if (model.rows().isEmpty()) {
      grid.add(Parts.wrapped(texts.get("runs.no-values"), "import-quiet"), 0, 0, 3, 1);
      return;
    }
    grid.addRow(
        0,
        Parts.line(texts.get("runs.value"), "import-hint"),
        whole(Parts.line(texts.get("runs.count"), "import-hint")),
        Parts.line(texts.get("runs.answer"), "import-hint"));
    int at = 1;
    for (MappingViewModel.Row row : model.rows()) {
      grid.addRow(at++, value(row), count(row), answer(row));
    }
  }

  private static Label value(MappingViewModel.Row row) {
    return Parts.line(row.value().words(), "field-place");
  }

  private static Label count(MappingViewModel.Row row) {
    return whole(Parts.line(Texts.number(row.value().count()), "import-quiet"));
  }

  private static Label whole(Label number) {
    number.setMinWidth(Region.USE_PREF_SIZE);
    return number;
  }

  private ComboBox<Answer> answer(MappingViewModel.Row row) {
    ComboBox<Answer> answer =
        choice(
            List.of(),
            Answer::words,
            texts.get("runs.answer.for", VisibleText.inOneLine(row.value().words())));
    Runnable show = () -> show(answer, row);
    subscriptions.watch(model.scopeProperty(), now -> show.run());
    subscriptions.onChange(row.answerProperty(), now -> show.run());
    subscriptions.onChange(
        answer.valueProperty(),
        now -> {
          if (now != null) {
            row.answerProperty().set(now.id());
          }
        });
    return answer;
  }

  /** What is chosen is shown, though it may be an answer of another question. */
  private void show(ComboBox<Answer> box, MappingViewModel.Row row) {
    List<Answer> answers = model.scopeProperty().get().answers();
    String id = row.answerProperty().get();
    Answer now =
        answers.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseGet(() -> new Answer(id, id));
    if (!box.getItems().equals(answers)) {
      box.setValue(null);
      box.getItems().setAll(answers);
    }
    box.setValue(now);
    box.getStyleClass().remove("means-nothing");
    if (id.isEmpty()) {
      box.getStyleClass().add("means-nothing");
    }
  }

  private static <T> ComboBox<T> choice(List<T> values, Function<T, String> words, String name) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(60);
    box.setVisibleRowCount(12);
    box.setAccessibleText(name);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : VisibleText.inOneLine(words.apply(value));
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
    return box;
  }

  private static ColumnConstraints grows() {
    ColumnConstraints column = new ColumnConstraints(60, 260, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints number() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    column.setHalignment(HPos.RIGHT);
    column.setHgrow(Priority.NEVER);
    return column;
  }
}
