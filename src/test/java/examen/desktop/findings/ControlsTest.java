package examen.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Ui;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.study.Choice;
import examen.study.Names;
import examen.study.Studies;
import examen.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is picked in the controls is written as commands would have it, commas in names too. */
@SuppressWarnings("NullAway.Init") // A window is shown for each test.
class ControlsTest {
  private static final Pickable PICKABLE =
      new Pickable(
          List.of(
              subject(Pickable.Source.QUESTION, "question:harm", "harm", "yes", "no"),
              subject(Pickable.Source.LABEL, "label:r/kind", "kind", "slow, then fast", "C", "I"),
              subject(Pickable.Source.LABEL, "label:a,b/x", "x", "yes", "no"),
              subject(Pickable.Source.CONDITION, "condition:goal", "goal", "none", "a, b"),
              subject(Pickable.Source.CONDITION, "condition:harm", "harm", "low", "high")),
          Map.of("goal", List.of("none", "a, b"), "x,y", List.of("1", "2=3")),
          List.of("ann"),
          List.of("majority"),
          List.of(),
          List.of(),
          9,
          0);

  private final Texts texts = Texts.load();
  private final StackPane root = new StackPane();
  private final Subscriptions subscriptions = new Subscriptions();
  private Ui ui;

  @BeforeEach
  void show() throws Exception {
    ui = Ui.show(() -> root, 500, 500);
  }

  @AfterEach
  void close() throws Exception {
    Ui.fx(
        () -> {
          subscriptions.close();
          return 0;
        });
    ui.close();
    assertEquals(List.of(), Ui.uncaught());
  }

  private static Pickable.Subject subject(
      Pickable.Source source, String wire, String title, String... answers) {
    return new Pickable.Subject(source, wire, title, List.of(answers));
  }

  /** The form of an analysis, the control of one choice of it shown. */
  private List<Field> form(String study, String shown, Map<String, String> said) throws Exception {
    Study made = Studies.of(study).orElseThrow();
    List<Field> form =
        made.choices().stream().map(c -> new Field(c, said.getOrDefault(c.id(), ""))).toList();
    Ui.fx(
        () -> {
          Region control = new Controls(form, PICKABLE, texts, subscriptions).of(of(form, shown));
          root.getChildren().setAll(List.of(control));
          root.applyCss();
          root.layout();
          return 0;
        });
    return form;
  }

  private static Field of(List<Field> form, String id) {
    return form.stream().filter(each -> each.choice().id().equals(id)).findFirst().orElseThrow();
  }

  private <T extends Node> List<T> all(Class<T> kind) throws Exception {
    return Ui.fx(
        () -> {
          List<T> found = new ArrayList<>();
          collect(root, kind, found);
          return found;
        });
  }

  private static <T extends Node> void collect(Node node, Class<T> kind, List<T> found) {
    if (kind.isInstance(node)) {
      found.add(kind.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, found));
    }
  }

  private List<String> offered() throws Exception {
    MenuButton add = all(MenuButton.class).getFirst();
    return Ui.fx(() -> add.getItems().stream().map(MenuItem::getText).toList());
  }

  private void add(String words) throws Exception {
    MenuButton add = all(MenuButton.class).getFirst();
    Ui.fx(
        () -> {
          add.getItems().stream()
              .filter(item -> item.getText().startsWith(words))
              .findFirst()
              .orElseThrow()
              .fire();
          return 0;
        });
  }

  private void pick(int box, String words) throws Exception {
    PickBox which = all(PickBox.class).get(box);
    Ui.fx(
        () -> {
          which.setValue(
              which.getItems().stream()
                  .filter(pick -> pick.words().equals(words))
                  .findFirst()
                  .orElseThrow());
          return 0;
        });
  }

  @Test
  void strataAreSeveralThingsInTheOrderInWhichTheyWerePicked() throws Exception {
    Field strata = of(form("estimate", "strata", Map.of()), "strata");
    assertEquals(Choice.Kind.VARIABLES, strata.choice().kind());
    add("goal");
    add("x");
    assertEquals("condition:goal,\"label:a,b/x\"", strata.valueProperty().get());
    assertEquals(
        List.of("condition:goal", "label:a,b/x"), Names.read(strata.valueProperty().get()));
    List<String> offered = offered();
    assertTrue(offered.contains("kind  (label)"), offered.toString());
    Button second = all(Button.class).get(1);
    Ui.fx(
        () -> {
          second.requestFocus();
          return 0;
        });
    ui.press(KeyCode.ALT, KeyCode.LEFT);
    assertEquals("\"label:a,b/x\",condition:goal", strata.valueProperty().get());
    ui.press(KeyCode.DELETE);
    assertEquals("condition:goal", strata.valueProperty().get());
  }

  @Test
  void levelsOfAFactorAreThoseOfItsConditionAndNoQuestionOfTheSameName() throws Exception {
    List<Field> form = form("factor-grid", "row-levels", Map.of("rows", "harm"));
    assertEquals(List.of("low", "high"), offered());
    add("high");
    add("low");
    assertEquals("high,low", of(form, "row-levels").valueProperty().get());
    Ui.fx(
        () -> {
          of(form, "row-levels").valueProperty().set("");
          of(form, "rows").valueProperty().set("goal");
          return 0;
        });
    add("a, b");
    assertEquals("\"a, b\"", of(form, "row-levels").valueProperty().get());
  }

  @Test
  void conditionsAndValuesWithCommasArePicked() throws Exception {
    Field within = of(form("rates", "within", Map.of("within", "goal=\"a, b\"")), "within");
    PickBox value = all(PickBox.class).get(1);
    assertEquals("a, b", Ui.fx(() -> value.getValue().words()));
    Button another = all(Button.class).getLast();
    Ui.fx(
        () -> {
          another.fire();
          return 0;
        });
    pick(2, "x,y");
    assertEquals("goal=\"a, b\",\"x,y\"=", within.valueProperty().get());
    assertEquals(false, Ui.fx(() -> within.check(texts)), "no value yet");
    pick(3, "2=3");
    assertEquals("goal=\"a, b\",\"x,y\"=\"2=3\"", within.valueProperty().get());
    assertEquals(true, Ui.fx(() -> within.check(texts)));
    Field by = of(form("rates", "by", Map.of()), "by");
    add("x,y");
    assertEquals("\"x,y\"", by.valueProperty().get());
    Field rows = of(form("matrix", "rows", Map.of()), "rows");
    pick(0, "x,y");
    assertEquals("\"x,y\"", rows.valueProperty().get());
  }

  @Test
  void answersWithCommasAreTicked() throws Exception {
    Field outcome = of(form("rates", "outcome", Map.of()), "outcome");
    pick(0, "kind");
    for (CheckBox box : all(CheckBox.class).subList(0, 2)) {
      Ui.fx(
          () -> {
            box.setSelected(true);
            return 0;
          });
    }
    assertEquals("label:r/kind=C,\"slow, then fast\"", outcome.valueProperty().get());
    pick(0, "x");
    assertEquals("\"label:a,b/x\"=yes", outcome.valueProperty().get());
  }

  @Test
  void valuesOfALabelAreGivenTheAnswersThatTheyStandFor() throws Exception {
    Map<String, String> said = Map.of("label", "label:r/kind", "what", "question:harm");
    Field map = of(form("audit", "map", said), "map");
    Button add = all(Button.class).getLast();
    Ui.fx(
        () -> {
          add.fire();
          return 0;
        });
    pick(0, "slow, then fast");
    pick(1, "yes");
    assertEquals("\"slow, then fast\"=yes", map.valueProperty().get());
    Field base = of(form("compare", "base", Map.of("between", "goal")), "base");
    pick(0, "a, b");
    assertEquals("a, b", base.valueProperty().get(), "a single answer is written as it is");
  }
}
