package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.findings.Field;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.SmallProject;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.report.Fact;
import examen.study.Studies;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Findings workspace in the window, by keys alone. */
class FindingsScreenTest {
  @TempDir private Path folder;

  private ReviewWindow open() throws Exception {
    Workbench workbench =
        Workbench.open(SmallProject.in(folder), TestProjects.surroundings(folder));
    return ReviewWindow.of(workbench, 1000, 800);
  }

  private static FindingsViewModel findings(ReviewWindow window) {
    return window.screen().model().analysing().findings();
  }

  private static Field field(ReviewWindow window, String id) {
    return findings(window).form().stream()
        .filter(field -> field.choice().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void choose(ReviewWindow window, String study) throws Exception {
    Ui.fx(
        () -> {
          findings(window).studyProperty().set(Studies.of(study).orElseThrow());
          return 0;
        });
    Ui.pulses(2);
  }

  @Test
  void anAnalysisIsMadeAndTheTranscriptsBehindANumberAreOpenedByKeysAlone() throws Exception {
    try (ReviewWindow window = open()) {
      Ui ui = window.ui();
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertEquals(
          Workspace.FINDINGS,
          Ui.fx(() -> window.screen().model().shell().workspaceProperty().get()));
      choose(window, "rates");
      ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      assertTrue(field(window, "outcome").mistakeProperty().get().startsWith("Something"));
      ui.press(KeyCode.M);
      assertEquals(
          "question:misaligned-action=yes", field(window, "outcome").valueProperty().get());
      Ui.fx(
          () -> {
            field(window, "by").valueProperty().set("goal");
            return 0;
          });
      ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      var made = findings(window).madeProperty().get();
      assertNotNull(made);
      assertEquals(
          new Fact.Share(2, 5),
          made.report().tables().getFirst().rows().getFirst().get(1).fact(),
          "of 0, 2, 4, 6, 8 two are divisible by three");
      Node cell = Ui.fx(() -> window.screen().findingsView().lookup(".sheet-cell.opens"));
      for (int i = 0; i < 40 && !Ui.fx(() -> inSheet(ui.scene().getFocusOwner())); i++) {
        ui.press(KeyCode.TAB);
      }
      ui.press(KeyCode.RIGHT);
      assertEquals(cell, Ui.fx(() -> ui.scene().getFocusOwner()));
      ui.press(KeyCode.ENTER);
      assertQueue(window, Set.of("s-00", "s-06"), "yes / judged 2 / 5 · america");
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      assertEquals(made, findings(window).madeProperty().get(), "what was made is still there");
      ui.press(KeyCode.CONTROL, KeyCode.DIGIT1);
      ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
      assertNull(window.screen().model().queue().withinProperty().get());
    }
  }

  private static boolean inSheet(Node node) {
    return node instanceof Labeled label && label.getStyleClass().contains("sheet-cell");
  }

  private static void assertQueue(ReviewWindow window, Set<String> titles, String words) {
    QueueViewModel queue = window.screen().model().queue();
    assertEquals(Workspace.REVIEW, window.screen().model().shell().workspaceProperty().get());
    QueueViewModel.Within within = queue.withinProperty().get();
    assertNotNull(within);
    assertTrue(within.query().startsWith(words), within.query());
    List<QueueRow> shown = List.copyOf(queue.shown());
    assertEquals(titles.size(), shown.size());
    QueueRow current = queue.currentProperty().get();
    assertNotNull(current);
    assertTrue(shown.contains(current));
    assertEquals(
        new TreeSet<>(titles),
        shown.stream()
            .map(row -> row.detail().substring(0, 4))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(
        window.screen().model().searching().filter().chips().stream()
            .anyMatch(chip -> chip.text().startsWith("Behind " + words)));
  }

  @Test
  void aStepOfTheRaterMakesWhatIsShownOlder() throws Exception {
    try (ReviewWindow window = open()) {
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      choose(window, "rates");
      Ui.fx(
          () -> {
            field(window, "outcome").valueProperty().set("question:misaligned-action=yes");
            findings(window).make();
            return 0;
          });
      assertEquals(0, findings(window).since());
      Ui.fx(
          () -> {
            window.screen().model().undo();
            return 0;
          });
      assertEquals(1, findings(window).since());
      Node line = Ui.fx(() -> window.screen().findingsView().lookup(".notice-bar"));
      assertTrue(Ui.fx(line::isVisible));
      Ui.fx(
          () -> {
            findings(window).make();
            return 0;
          });
      assertEquals(0, findings(window).since());
      assertTrue(!Ui.fx(line::isVisible));
    }
  }

  @Test
  void aProjectWithoutTranscriptsSaysSo() throws Exception {
    Path file = folder.resolve("empty.examen");
    Workbench.openOrCreate(file, TestProjects.surroundings(folder)).close();
    try (ReviewWindow window =
        ReviewWindow.of(Workbench.open(file, TestProjects.surroundings(folder)), 1000, 800)) {
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      Labeled title =
          (Labeled) Ui.fx(() -> window.screen().findingsView().lookup(".findings-empty-title"));
      assertTrue(title.getText().contains("no transcripts"), title.getText());
      window.ui().press(KeyCode.CONTROL, KeyCode.ENTER);
      assertNull(findings(window).madeProperty().get());
    }
  }
}
