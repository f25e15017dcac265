package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.AssignRequest;
import examen.app.ClassifierRuns;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.Words;
import examen.desktop.findings.SmallProject;
import examen.desktop.runs.RunsViewModel;
import examen.desktop.runs.Step;
import examen.rating.Overlap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifier runs, and everything shown, in the window by keys alone. */
class RunsScreenTest {
  @TempDir private Path folder;

  private ReviewWindow small() throws Exception {
    Workbench workbench =
        Workbench.open(SmallProject.in(folder), TestProjects.surroundings(folder));
    return ReviewWindow.of(workbench, 1000, 800);
  }

  private static RunsViewModel runs(ReviewWindow window) {
    return window.screen().findingsSheets().runs();
  }

  private static void run(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(2);
  }

  private static Node focused(ReviewWindow window) throws Exception {
    return Ui.fx(() -> window.ui().scene().getFocusOwner());
  }

  @Test
  void aFileIsMappedAndTakenInByKeysAlone() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("judge.csv"), "transcript,value\ns-00,C\ns-01,C\ns-02,I\nx,C\n");
    try (ReviewWindow window = small()) {
      Ui ui = window.ui();
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      ui.press(KeyCode.CONTROL, KeyCode.R);
      assertEquals(Step.LISTED, runs(window).stepProperty().get());
      assertEquals("Choose a file …", ((Button) focused(window)).getText());
      // The system's own dialog is not there; it would give this.
      run(() -> runs(window).look(file));
      assertEquals("Take 3 labels in", ((Button) focused(window)).getText());
      String shown = Words.in(window.screen().findingsSheets());
      assertTrue(shown.contains("4 rows: 3 new + 1 refused"), shown);
      for (int i = 0; i < 12 && !(focused(window) instanceof ComboBox<?>); i++) {
        ui.press(KeyCode.TAB);
      }
      ui.press(KeyCode.TAB);
      assertTrue(focused(window) instanceof ComboBox<?> box && box.getValue() != null);
      ui.press(KeyCode.DOWN);
      ui.press(KeyCode.DOWN);
      ui.press(KeyCode.TAB);
      ui.press(KeyCode.DOWN);
      ui.press(KeyCode.TAB);
      ui.press(KeyCode.TAB);
      assertEquals("Take 3 labels in", ((Button) focused(window)).getText());
      ui.press(KeyCode.ENTER);
      assertEquals(Step.KEPT, runs(window).stepProperty().get());
      Map<String, String> answers =
          window.workbench().findings(SmallProject.ANN).frame().texts().answers("judge/judge");
      assertEquals(Set.of("C", "I"), answers.keySet());
      assertFalse(
          Objects.requireNonNull(answers.get("C")).equals(answers.get("I")), answers.toString());
      ui.press(KeyCode.ESCAPE);
      assertFalse(runs(window).isOpen());
      assertEquals(window.screen().findingsView().lookup(".findings-list"), focused(window));
      assertTrue(
          window
              .screen()
              .model()
              .analysing()
              .findings()
              .pickableProperty()
              .get()
              .subjects()
              .stream()
              .anyMatch(subject -> subject.wire().equals("label:judge/judge")),
          "what was taken in can be analysed at once");
    }
  }

  @Test
  void escapeGoesBackToTheListAndThenAway() throws Exception {
    Path file = Files.writeString(folder.resolve("j.csv"), "transcript,value\ns-00,C\n");
    try (ReviewWindow window = small()) {
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      window.ui().press(KeyCode.CONTROL, KeyCode.R);
      run(() -> runs(window).look(file));
      window.ui().press(KeyCode.ESCAPE);
      assertEquals(Step.LISTED, runs(window).stepProperty().get());
      window.ui().press(KeyCode.ESCAPE);
      assertFalse(runs(window).isOpen());
      assertEquals(List.of(), new ClassifierRuns(window.workbench(), SmallProject.ANN).all());
    }
  }

  @Test
  void beforeEverythingIsShownNoSheetTellsWhatClassifiersSayAndAfterItAllDo() throws Exception {
    try (ReviewWindow window = ReviewWindow.ofSamples(folder, 1000, 800)) {
      Ui ui = window.ui();
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      ui.press(KeyCode.CONTROL, KeyCode.R);
      String before = Words.in(window.screen().findingsSheets());
      assertFalse(before.contains("harmful_behavior"), before);
      ui.press(KeyCode.ESCAPE);
      int all = window.workbench().lead().transcripts().size();
      assertEquals(all, withheld(window));
      ui.press(KeyCode.SHIFT, KeyCode.TAB);
      assertEquals("Show me everything …", ((Button) focused(window)).getText());
      ui.press(KeyCode.SPACE);
      assertEquals("Leave it as it is", ((Button) focused(window)).getText());
      String cost = Words.in(window.screen().findingsSheets());
      assertTrue(cost.contains("your answers to " + all + " transcripts"), cost);
      ui.press(KeyCode.ENTER);
      assertEquals(0, window.workbench().lead().reveals().size());
      assertEquals(all, withheld(window));
      ui.press(KeyCode.SHIFT, KeyCode.TAB);
      ui.press(KeyCode.SPACE);
      ui.press(KeyCode.TAB);
      ui.press(KeyCode.ENTER);
      assertEquals(3 * all, window.workbench().lead().reveals().size());
      assertEquals(0, withheld(window));
      assertFalse(window.screen().findingsSheets().openProperty().get());
      ui.press(KeyCode.CONTROL, KeyCode.R);
      String after = Words.in(window.screen().findingsSheets());
      assertTrue(after.contains("harmful_behavior"), after);
    }
  }

  private static int withheld(ReviewWindow window) {
    return window.screen().model().analysing().findings().pickableProperty().get().withheld();
  }

  @Test
  void whoRatesByThePlanIsToldWhyNot() throws Exception {
    try (ReviewWindow window = small()) {
      window
          .workbench()
          .lead()
          .assign(
              new AssignRequest(
                  List.of("ann"), new Overlap.Each(1), 0, Set.of(), List.of(), 7L, null, false),
              Progress.NONE);
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      run(window.screen().findingsSheets().everything()::open);
      String words = Words.in(window.screen().findingsSheets());
      assertTrue(words.contains("the plan gives you transcripts to rate"), words);
      window.ui().press(KeyCode.ENTER);
      assertFalse(window.screen().findingsSheets().openProperty().get());
      window.ui().press(KeyCode.CONTROL, KeyCode.R);
      assertTrue(
          Words.in(window.screen().findingsSheets()).contains("for those who lead the project"));
      assertEquals(List.of(), window.workbench().lead().reveals());
    }
  }

  @Test
  void theKeysAtTheFootAreThoseOfTheWorkspace() throws Exception {
    Workbench workbench =
        Workbench.open(SmallProject.in(folder), TestProjects.surroundings(folder));
    try (ReviewWindow window = ReviewWindow.of(workbench, 1280, 800)) {
      Node bar = Ui.fx(() -> window.screen().root().lookup(".status-bar"));
      assertTrue(Words.in(bar).contains("sentence"), Words.in(bar));
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertTrue(Words.in(bar).contains("Ctrl+Enter\nmake"), Words.in(bar));
      assertFalse(Words.in(bar).contains("sentence"), Words.in(bar));
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT5);
      assertTrue(Words.in(bar).contains("new rule"), Words.in(bar));
    }
  }
}
