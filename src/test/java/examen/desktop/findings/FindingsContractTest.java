package examen.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Ui;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.report.Figure;
import examen.study.Choice;
import examen.study.Studies;
import examen.study.Study;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Every analysis can be filled in, and everything that an analysis can give is drawn. */
class FindingsContractTest {
  private static final Pickable PICKABLE =
      new Pickable(
          List.of(
              new Pickable.Subject(
                  Pickable.Source.QUESTION, "question:harm", "harm", List.of("yes", "no")),
              new Pickable.Subject(
                  Pickable.Source.LABEL, "label:r/score", "score", List.of("1", "2"))),
          Map.of("goal", List.of("none", "america")),
          List.of("ann"),
          List.of("majority", "rater:ann"),
          List.of("audit-1"),
          List.of("judge"),
          2,
          0);

  private final Texts texts = Texts.load();

  @Test
  void everyChoiceOfEveryAnalysisHasAControlThatTheKeyboardReaches() throws Exception {
    Set<Choice.Kind> seen = EnumSet.noneOf(Choice.Kind.class);
    List<Study> studies = new ArrayList<>(Studies.ALL);
    studies.add(MadeUp.everyChoice());
    StackPane root = new StackPane();
    try (Ui ui = Ui.show(() -> root, 500, 500)) {
      for (Study study : studies) {
        assertFalse(study.title().isBlank());
        assertFalse(study.about().endsWith("."), study.id());
        List<Field> form = study.choices().stream().map(choice -> new Field(choice, "")).toList();
        for (Field field : form) {
          seen.add(field.choice().kind());
          Ui.fx(
              () -> {
                Subscriptions all = new Subscriptions();
                Region control = new Controls(form, PICKABLE, texts, all).of(field);
                root.getChildren().setAll(List.of(control));
                root.applyCss();
                root.layout();
                assertTrue(isReached(control), study.id() + " --" + field.choice().id());
                all.close();
                return 0;
              });
        }
      }
      assertEquals(ui.scene().getRoot(), root);
    }
    assertEquals(EnumSet.allOf(Choice.Kind.class), seen);
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void everyFigureIsDrawnWithinItsSizeAndNoTwoWordsLieOverEachOther() throws Exception {
    List<Figure> figures =
        List.of(
            MadeUp.forest(40),
            MadeUp.beyond(),
            MadeUp.confusion(),
            MadeUp.wideGrid(),
            MadeUp.nothing(),
            MadeUp.lines(),
            MadeUp.diagonal());
    Set<Class<?>> kinds = new HashSet<>();
    figures.forEach(figure -> kinds.add(figure.getClass()));
    assertEquals(Set.of(Figure.class.getPermittedSubclasses()), kinds);
    StackPane root = new StackPane();
    try (Ui ui = Ui.show(() -> root, 900, 900)) {
      for (Figure figure : figures) {
        for (double width : List.of(420.0, 820.0)) {
          Ui.fx(
              () -> {
                root.getChildren().clear();
                Region drawn = Figures.of(figure, new Opener(texts, (words, ids) -> {}));
                drawn.setManaged(false);
                root.getChildren().add(drawn);
                drawn.applyCss();
                double wide = Math.max(width, drawn.minWidth(-1));
                drawn.resize(wide, drawn.prefHeight(wide));
                drawn.layout();
                check(figure.id() + " at " + width, drawn);
                return 0;
              });
        }
      }
      assertEquals(ui.scene().getRoot(), root);
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private static void check(String which, Region drawn) {
    List<Label> labels = new ArrayList<>();
    collect(drawn, labels);
    assertTrue(labels.size() > 4, which);
    for (int i = 0; i < labels.size(); i++) {
      var one = drawn.sceneToLocal(labels.get(i).localToScene(labels.get(i).getLayoutBounds()));
      assertTrue(
          one.getMinX() > -20 && one.getMaxX() < drawn.getWidth() + 20,
          which + ": " + labels.get(i).getText() + " is outside, " + one);
      assertTrue(one.getMaxY() <= drawn.getHeight() + 1, which + ": " + labels.get(i).getText());
      for (int j = 0; j < i; j++) {
        var other = drawn.sceneToLocal(labels.get(j).localToScene(labels.get(j).getLayoutBounds()));
        double across =
            Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down =
            Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        assertFalse(
            across > 2 && down > 3,
            which
                + ": “"
                + labels.get(i).getText()
                + "” lies over “"
                + labels.get(j).getText()
                + "”");
      }
    }
  }

  private static void collect(Node node, List<Label> labels) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Label label && !label.getText().isBlank()) {
      labels.add(label);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, labels));
    }
  }

  private static boolean isReached(Node node) {
    return node.isFocusTraversable()
        || (node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream().anyMatch(FindingsContractTest::isReached));
  }
}
