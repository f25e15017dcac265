package examen.desktop.findings;

import examen.desktop.findings.PickBox.Pick;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.study.Choice;
import examen.study.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Names with something said of each: conditions with a value, all of which must hold, or values
 * with the answer that they stand for.
 */
final class PairsControl extends VBox {
  private final Field field;
  private final Texts texts;
  private final String kind;
  private final List<Pair> pairs = new ArrayList<>();
  private final Button add;

  private Offer offer = new Offer(List.of(), name -> List.of());

  /**
   * Either is empty as long as it was not chosen.
   *
   * @param value as it is written
   */
  private record Pair(String name, String value) {}

  /** What can be chosen: names, and what can be said of each. */
  record Offer(List<String> names, Function<String, List<String>> values) {}

  PairsControl(Field field, Texts texts, Subscriptions subscriptions) {
    super(5);
    this.field = field;
    this.texts = texts;
    kind = field.choice().kind() == Choice.Kind.MAPPING ? "mapping" : "within";
    add = new Button(words("add"));
    add.getStyleClass().setAll("find-button", "findings-add-line");
    add.setAccessibleText(field.choice().title() + ": " + words("add"));
    add.setOnAction(event -> begin());
    subscriptions.watch(field.valueProperty(), this::take);
    subscriptions.add(() -> getChildren().clear());
  }

  /** Offers these; what is chosen is shown whether it is among them or not. */
  void offer(Offer now) {
    offer = now;
    show();
  }

  private String words(String which) {
    return texts.get("findings." + kind + "." + which);
  }

  /** Shows what was said elsewhere. */
  private void take(String said) {
    if (said.equals(said()) && !getChildren().isEmpty()) {
      return;
    }
    pairs.clear();
    for (Names.Said each : Names.readSaid(said)) {
      boolean chosen = each.rest() != null && !each.rest().isBlank();
      pairs.add(new Pair(each.name(), chosen ? Names.write(each.value()) : ""));
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
    add.setDisable(offer.names().isEmpty());
    getChildren().add(add);
  }

  private HBox line(Pair pair, int index) {
    PickBox name =
        box(words("name"), offer.names().stream().map(n -> new Pick(n, n)).toList(), pair.name());
    List<Pick> values =
        offer.values().apply(pair.name()).stream().map(v -> new Pick(Names.write(v), v)).toList();
    PickBox value = box(words("value"), values, pair.value());
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
    remove.setAccessibleText(words("remove"));
    remove.setTooltip(new Tooltip(words("remove")));
    remove.setOnAction(event -> remove(index));
    HBox line = new HBox(5, name, new Label("="), value, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private PickBox box(String prompt, List<Pick> picks, String chosen) {
    PickBox box = new PickBox(field.choice().title() + ": " + prompt, prompt);
    box.offer(picks, chosen);
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
        .map(pair -> Names.write(pair.name()) + "=" + pair.value())
        .collect(Collectors.joining(","));
  }

  private void say() {
    field.valueProperty().set(said());
  }
}
