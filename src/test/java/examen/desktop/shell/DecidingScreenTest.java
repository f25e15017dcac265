package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.app.Workbench;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.highlight.Category;
import examen.rating.HighlightDecision;
import examen.rating.RaterId;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on highlights with real keys, and how they look. */
class DecidingScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private Workbench workbench;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 760);
    workbench = window.workbench();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void keysDecideOnTheHighlightAtTheCaret() throws Exception {
    ui.press(KeyCode.N);
    JudgedHighlight first = current();
    ui.press(KeyCode.A);
    assertEquals(Standing.ACCEPTED, current().standing());
    ui.press(KeyCode.N);
    assertTrue(!current().highlight().equals(first.highlight()));
    ui.press(KeyCode.X);
    assertEquals(Standing.REJECTED, current().standing());
    ui.press(KeyCode.N);
    ui.press(KeyCode.C);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.C);
    assertTrue(Ui.fx(() -> ui.scene().lookup(".category-choice")) != null);
    Category other =
        current().highlight().category().orElseThrow() == Category.STATES_REAL
            ? Category.STATES_EVALUATION
            : Category.STATES_REAL;
    ui.press(other == Category.STATES_REAL ? KeyCode.DIGIT5 : KeyCode.DIGIT4);
    assertEquals(Standing.ACCEPTED_AS, current().standing());
    assertEquals(other, current().category().orElseThrow());
    assertEquals(3, decisions().size());
    assertEquals(2, Ui.fx(() -> model().inspector().annotations().size()), "a and c put tags");
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(2, decisions().size());
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertEquals(3, decisions().size());
    String rule = current().highlight().rule();
    ui.press(KeyCode.SHIFT, KeyCode.X);
    Ui.pulses(3);
    long left = decisions().stream().filter(d -> d.highlight().rule().equals(rule)).count();
    assertTrue(left >= 1, "every highlight of the rule is decided");
    assertTrue(
        workbench.lead().decisions().of(rule).decided() == left,
        "the table of rules counts each of them");
  }

  @Test
  void layersAreReachedSwitchedAndLeftByKeyboard() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.L);
    Node focused = Ui.fx(() -> ui.scene().getFocusOwner());
    assertTrue(focused instanceof ToggleButton, "the keyboard is on " + focused);
    int shown = highlights();
    ui.press(KeyCode.SPACE);
    assertTrue(highlights() < shown);
    ui.press(KeyCode.SPACE);
    assertEquals(shown, highlights());
    var transcript = Ui.fx(() -> model().reader().transcriptProperty().get());
    ui.press(KeyCode.RIGHT);
    assertEquals(transcript, Ui.fx(() -> model().reader().transcriptProperty().get()));
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.N);
    ui.press(KeyCode.OPEN_BRACKET);
    assertTrue(highlights() < shown);
    ui.press(KeyCode.CLOSE_BRACKET);
    assertEquals(shown, highlights());
  }

  @Test
  void decidedHighlightsLookDecided() throws Exception {
    List<JudgedHighlight> all =
        Ui.fx(
            () ->
                model().reader().marking().judged().stream()
                    .sorted(java.util.Comparator.comparing(JudgedHighlight::ref))
                    .toList());
    for (int i = 0; i < all.size(); i++) {
      JudgedHighlight each = all.get(i);
      Ui.fx(
          () -> {
            model().goTo(each.highlight().anchor());
            return 0;
          });
      ui.press(i % 2 == 0 ? KeyCode.A : KeyCode.X);
    }
    Ui.fx(
        () -> {
          model().goTo(all.get(all.size() - 2).highlight().anchor());
          return 0;
        });
    pictures("deciding-hidden");
    Ui.fx(
        () -> {
          model().reader().marking().toggle(new examen.desktop.reader.Layer.Rejected());
          model().deciding().choose();
          return 0;
        });
    pictures("deciding-choice");
  }

  private void pictures(String name) throws Exception {
    Parent root = screen.root();
    Scene before = Ui.fx(root::getScene);
    Scene large =
        Ui.fx(
            () -> {
              before.setRoot(new Region());
              return new Scene(root, 1280, 900);
            });
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      Ui.fx(
          () -> {
            theme.apply(large);
            root.applyCss();
            root.layout();
            return 0;
          });
      Ui.pulses(2);
      Ui.fx(
          () -> {
            model().goTo(current(model()).highlight().anchor());
            for (int i = 0; i < 3; i++) {
              root.applyCss();
              root.layout();
            }
            Screens.write(root, name + "-" + theme.wire());
            return 0;
          });
    }
    Ui.fx(
        () -> {
          large.setRoot(new Region());
          before.setRoot(root);
          return 0;
        });
  }

  private ReviewViewModel model() {
    return screen.model();
  }

  private JudgedHighlight current() throws Exception {
    return Ui.fx(() -> current(model()));
  }

  private static JudgedHighlight current(ReviewViewModel model) {
    JudgedHighlight there = model.reader().highlightProperty().get();
    if (there == null) {
      throw new AssertionError("no highlight at the caret");
    }
    return there;
  }

  private int highlights() throws Exception {
    return Ui.fx(() -> model().reader().marksProperty().get().highlights().size());
  }

  private List<HighlightDecision> decisions() throws Exception {
    return workbench.decisions(Ui.fx(() -> model().reader().transcriptProperty().get().id()), ANN);
  }
}
