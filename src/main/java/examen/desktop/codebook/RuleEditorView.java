package examen.desktop.codebook;

import examen.app.RuleLine.Origin;
import examen.desktop.codebook.FieldMistake.Field;
import examen.desktop.codebook.RuleText.LooksFor;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.highlight.Category;
import examen.highlight.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The fields of a rule. */
final class RuleEditorView extends ScrollPane {
  private final CodebookViewModel model;
  private final RuleEditorViewModel rule;
  private final Texts texts;
  private final Subscriptions subscriptions;
  private final VBox body = new VBox(10);
  private final Map<Field, Label> wrong = new EnumMap<>(Field.class);
  private final Map<Field, LinesField> lines = new EnumMap<>(Field.class);
  private final TextField id = new TextField();
  private final TextField reason = new TextField();
  private final Label origin = new Label();
  private final Button change = new Button();
  private final Button remove = new Button();
  private final LinesField cues;
  private final LinesField patterns;

  RuleEditorView(CodebookViewModel model, Texts texts, Subscriptions subscriptions) {
    this.model = model;
    this.texts = texts;
    this.subscriptions = subscriptions;
    rule = model.editor();
    cues = lines("rules.field.cues", rule.cuesProperty(), 2);
    patterns = lines("rules.field.patterns", rule.patternsProperty(), 2);
    getStyleClass().addAll("conditions", "rule-editor");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    body.getStyleClass().add("rule-fields");
    setContent(body);
    fill();
    subscriptions.watchAny(rule.rowProperty(), this::showRow);
    subscriptions.watchAny(rule.mistakesProperty(), this::showMistakes);
    subscriptions.watch(rule.looksForProperty(), this::showWords);
  }

  /** Puts the keyboard where something can be written, or done. */
  void takeFocus() {
    if (model.isEditable()) {
      (id.isEditable() ? id : words().area()).requestFocus();
    } else if (change.isVisible()) {
      change.requestFocus();
    }
  }

  private void fill() {
    text(id, "rules.field.id", rule.idProperty());
    id.getStyleClass().add("rule-code");
    text(reason, "rules.field.reason", rule.reasonProperty());
    body.getChildren()
        .addAll(
            head(),
            field("rules.field.id", id, Field.ID),
            choices(),
            wordsField(),
            field(
                "rules.field.unless",
                list(Field.UNLESS, "unless", rule.unlessProperty(), 1),
                Field.UNLESS),
            field("rules.field.reason", reason, Field.REASON),
            field(
                "rules.field.finds",
                list(Field.FINDS, "finds", rule.findsProperty(), 3),
                Field.FINDS),
            field(
                "rules.field.passes",
                list(Field.PASSES, "passes", rule.passesProperty(), 3),
                Field.PASSES));
  }

  private Node choices() {
    ComboBox<Category> category =
        choice(
            "rules.field.category",
            List.of(Category.values()),
            value -> texts.get("category." + value.wire()),
            rule.categoryProperty());
    ComboBox<Scope> scope =
        choice(
            "rules.field.scope",
            List.of(Scope.values()),
            value -> texts.get("rules.scope." + value.wire()),
            rule.scopeProperty());
    HBox choices =
        new HBox(
            10,
            grow(150, field("rules.field.category", category)),
            grow(100, field("rules.field.scope", scope)));
    return choices;
  }

  private Node wordsField() {
    ComboBox<LooksFor> looksFor =
        choice(
            "rules.field.looks-for",
            List.of(LooksFor.values()),
            value -> texts.get("rules.looks-for." + value.wire()),
            rule.looksForProperty());
    looksFor.setMinWidth(118);
    VBox words = field("rules.field.words", new VBox(cues, patterns), Field.WORDS);
    HBox wordsHead = new HBox(8, words.getChildren().getFirst(), gap(), looksFor);
    wordsHead.setAlignment(Pos.BOTTOM_LEFT);
    words.getChildren().addFirst(wordsHead);
    return words;
  }

  private Node head() {
    origin.getStyleClass().add("rule-origin");
    origin.setWrapText(true);
    origin.setMinWidth(0);
    HBox.setHgrow(origin, Priority.ALWAYS);
    origin.setMaxWidth(Double.MAX_VALUE);
    change.setText(texts.get("rules.change"));
    change.setOnAction(event -> changeRule());
    change.setMinWidth(USE_PREF_SIZE);
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setOnAction(event -> model.removeSelected());
    HBox head = new HBox(8, origin, change, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void changeRule() {
    model.changeSelected();
    takeFocus();
  }

  private void showRow() {
    RuleRow row = rule.rowProperty().get();
    boolean own = row != null && model.isEditable();
    boolean builtIn = row != null && row.origin() == Origin.BUILT_IN;
    boolean learned = row != null && row.origin() == Origin.LEARNED;
    origin.setText(row == null ? "" : texts.get("rules.from." + row.origin().wire()));
    show(change, builtIn);
    show(remove, own);
    remove.setText(
        texts.get(
            row != null && row.origin() == Origin.CHANGED ? "rules.restore" : "rules.remove"));
    body.getChildren().stream().skip(1).forEach(node -> show(node, row != null && !learned));
    id.setEditable(own && row.origin() == Origin.OWN);
    reason.setEditable(own);
    cues.area().setEditable(own);
    patterns.area().setEditable(own);
    lines.values().forEach(list -> list.area().setEditable(own));
    body.lookupAll(".combo-box").forEach(node -> node.setDisable(!own));
    showMistakes();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showWords(LooksFor looksFor) {
    show(cues, looksFor == LooksFor.WORDS);
    show(patterns, looksFor == LooksFor.PATTERNS);
  }

  private LinesField words() {
    return cues.isVisible() ? cues : patterns;
  }

  private void showMistakes() {
    List<FieldMistake> all = model.isEditable() ? rule.mistakesProperty().get() : List.of();
    Map<Field, List<FieldMistake>> byField =
        all.stream().collect(Collectors.groupingBy(FieldMistake::field));
    wrong.forEach((field, label) -> say(label, byField.getOrDefault(field, List.of())));
    lines.forEach((field, list) -> list.mark(byField.getOrDefault(field, List.of())));
    cues.mark(byField.getOrDefault(Field.WORDS, List.of()));
    patterns.mark(byField.getOrDefault(Field.WORDS, List.of()));
  }

  private void say(Label label, List<FieldMistake> mistakes) {
    show(label, !mistakes.isEmpty());
    if (!mistakes.isEmpty()) {
      String first = mistakes.stream().limit(3).map(this::words).collect(Collectors.joining("\n"));
      int more = mistakes.size() - 3;
      label.setText(more > 0 ? first + "\n" + texts.count("rules.mistake.more", more) : first);
    }
  }

  private String words(FieldMistake mistake) {
    String why = VisibleText.inOneLine(mistake.why());
    if (mistake.line() < 0) {
      return why;
    }
    return mistake.offset() < 0
        ? texts.get("rules.mistake.line", mistake.line() + 1, why)
        : texts.get("rules.mistake.place", mistake.line() + 1, mistake.offset() + 1, why);
  }

  private LinesField list(Field field, String key, StringProperty value, int fewest) {
    LinesField list = lines("rules.field." + key, value, fewest);
    lines.put(field, list);
    return list;
  }

  private LinesField lines(String key, StringProperty value, int fewest) {
    LinesField list = new LinesField(texts.get(key), fewest);
    subscriptions.bindBoth(list.area().textProperty(), value);
    return list;
  }

  private void text(TextInputControl control, String key, StringProperty value) {
    control.setAccessibleText(texts.get(key));
    control.getStyleClass().add("rule-text");
    subscriptions.bindBoth(control.textProperty(), value);
  }

  private VBox field(String key, Node control, Field field) {
    VBox box = field(key, control);
    box.getChildren().add(wrong(field));
    return box;
  }

  private VBox field(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("rule-label");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setLabelFor(control);
    return new VBox(3, label, control);
  }

  private Label wrong(Field field) {
    Label label = new Label();
    label.getStyleClass().add("rule-mistake");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    show(label, false);
    wrong.put(field, label);
    return label;
  }

  private static Region grow(double width, VBox box) {
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMinWidth(0);
    box.setPrefWidth(width);
    return box;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private <T> ComboBox<T> choice(
      String key, List<T> all, Function<T, String> name, ObjectProperty<T> value) {
    ComboBox<T> choice = new ComboBox<>();
    choice.getItems().setAll(all);
    choice.setVisibleRowCount(all.size());
    choice.setAccessibleText(texts.get(key));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : name.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    subscriptions.bindBoth(choice.valueProperty(), value);
    subscriptions.filter(
        choice,
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE && !choice.isShowing()) {
            choice.show();
            event.consume();
          }
        });
    return choice;
  }
}
