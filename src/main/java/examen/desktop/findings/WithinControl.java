package examen.desktop.findings;

import examen.desktop.findings.PickBox.Pick;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Conditions with a value each, all of which must hold. */
final class WithinControl extends VBox {
  private final Field field;
  private final Pickable pickable;
  private final Texts texts;
  private final List<Pair> pairs = new ArrayList<>();
  private final Button add;

  /** Either may be empty as long as it was not chosen. */
  private record Pair(String name, String value) {}

  WithinControl(Field field, Pickable pickable, Texts texts, Subscriptions subscriptions) {
    super(5);
    this.field = field;
    this.pickable = pickable;
    this.texts = texts;
    add = new Button(texts.get("findings.within.add"));
    add.getStyleClass().setAll("find-button", "findings-add-line");
    add.setAccessibleText(field.choice().title() + ": " + texts.get("findings.within.add"));
    add.setOnAction(event -> begin());
    subscriptions.watch(field.valueProperty(), this::take);
    subscriptions.add(() -> getChildren().clear());
  }

  /** Shows what was said elsewhere. */
  private void take(String said) {
    if (said.equals(said()) && !getChildren().isEmpty()) {
      return;
    }
    pairs.clear();
    for (String each : said.isBlank() ? List.<String>of() : List.of(said.split(",", -1))) {
      int equals = each.indexOf('=');
      pairs.add(
          equals < 0
              ? new Pair(each, "")
              : new Pair(each.substring(0, equals), each.substring(equals + 1)));
    }
    show();
  }

  private void begin() {
    pairs.add(new Pair("", ""));
    show();
    if (getChildren().get(pairs.size() - 1) instanceof HBox line) {
      line.getChildren().getFirst().requestFocus();
    }
  }

  private void show() {
    getChildren().clear();
    for (int i = 0; i < pairs.size(); i++) {
      getChildren().add(line(pairs.get(i), i));
    }
    add.setDisable(pickable.values().isEmpty());
    getChildren().add(add);
  }

  private HBox line(Pair pair, int index) {
    PickBox name = box(texts.get("findings.pick.condition"), pickable.conditions(), pair.name());
    List<String> values = pickable.values().getOrDefault(pair.name(), List.of());
    PickBox value = box(texts.get("findings.pick.value"), values, pair.value());
    value.setDisable(values.isEmpty());
    name.valueProperty()
        .addListener((property, before, now) -> name(index, now == null ? "" : now.wire()));
    value
        .valueProperty()
        .addListener(
            (property, before, now) ->
                put(index, new Pair(pairs.get(index).name(), now == null ? "" : now.wire())));
    Button remove = new Button();
    remove.setGraphic(Icon.CLOSE.node(11));
    remove.getStyleClass().setAll("quiet-button");
    remove.setAccessibleText(texts.get("findings.within.remove"));
    remove.setTooltip(new Tooltip(texts.get("findings.within.remove")));
    remove.setOnAction(event -> remove(index));
    HBox line = new HBox(5, name, new Label("="), value, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private PickBox box(String prompt, List<String> names, String chosen) {
    PickBox box = new PickBox(field.choice().title() + ": " + prompt, prompt);
    // A comma stands between conditions.
    box.offer(
        names.stream().filter(n -> !n.contains(",")).map(n -> new Pick(n, n)).toList(), chosen);
    box.setPrefWidth(100);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private void name(int index, String name) {
    put(index, new Pair(name, ""));
    show();
    if (getChildren().get(index) instanceof HBox line) {
      line.getChildren().get(2).requestFocus();
    }
  }

  private void put(int index, Pair pair) {
    pairs.set(index, pair);
    say();
  }

  private void remove(int index) {
    pairs.remove(index);
    say();
    show();
    add.requestFocus();
  }

  /** A line that was only begun is no mistake yet. */
  private String said() {
    return pairs.stream()
        .filter(pair -> !pair.name().isEmpty())
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining(","));
  }

  private void say() {
    field.valueProperty().set(said());
  }
}
