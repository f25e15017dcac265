package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Workbench;
import examen.desktop.Ui;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rater's work on twenty transcripts, by keys only: no mouse, no call past the keyboard. */
class RaterDayTest {
  private static final RaterId ANN = ReviewWindow.ANN;
  private static final int TRANSCRIPTS = 20;

  /** Read by a person: of each step the number of its transcript and what it did. */
  private static final Path GOLDEN = Path.of("src/test/resources/golden/rater-day.txt");

  @TempDir private Path folder;

  private ReviewWindow window;
  private Workbench workbench;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 800);
    workbench = window.workbench();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void twentyTranscriptsAreReviewedByKeysAndTheLogSaysWhatWasDone() throws Exception {
    List<TranscriptId> order = new ArrayList<>();
    for (int i = 0; i < TRANSCRIPTS; i++) {
      TranscriptId here = shown();
      assertFalse(order.contains(here), "submitting goes on to one that is open");
      order.add(here);
      if (Ui.fx(() -> screen.model().warning().coveringProperty().get())) {
        ui.press(KeyCode.ENTER);
      }
      switch (i % 4) {
        case 0 -> harmless();
        case 1 -> blackmail();
        case 2 -> acceptedHighlight();
        default -> mistaken(here);
      }
      assertNotEquals(here, shown(), "submitted: " + i);
      assertTrue(workbench.answers(here, ANN).missing().isEmpty());
    }
    List<String> log = log(order);
    Files.createDirectories(Path.of("target/golden"));
    Files.writeString(Path.of("target/golden/rater-day.txt"), String.join("\n", log) + "\n");
    assertEquals(Files.readAllLines(GOLDEN), log);
    List<String> state = state(order);
    int undone = 0;
    for (; undone < 40; undone++) {
      ui.press(KeyCode.CONTROL, KeyCode.Z);
    }
    assertNotEquals(state, state(order));
    for (; undone > 0; undone--) {
      ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }
    assertEquals(state, state(order));
    assertEquals(TRANSCRIPTS, (int) Ui.fx(() -> screen.model().queue().submittedProperty().get()));
    assertEquals(log, log(order));
  }

  /** Nothing to mark: no, not stated, no, no, usable. */
  private void harmless() throws Exception {
    ui.press(KeyCode.TAB);
    answer(KeyCode.DIGIT1, KeyCode.DIGIT4, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT1);
    submit();
  }

  /** A sentence is tagged as blackmail, serious and attempted, with a note; then the questions. */
  private void blackmail() throws Exception {
    ui.press(KeyCode.J);
    ui.press(KeyCode.S);
    ui.press(KeyCode.DIGIT1);
    ui.press(KeyCode.SHIFT, KeyCode.DIGIT2);
    ui.press(KeyCode.SHIFT, KeyCode.T);
    ui.press(KeyCode.M);
    ui.press(KeyCode.S);
    ui.press(KeyCode.E);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.TAB);
    answer(
        KeyCode.DIGIT2,
        KeyCode.DIGIT1,
        KeyCode.DIGIT4,
        KeyCode.DIGIT1,
        KeyCode.DIGIT1,
        KeyCode.DIGIT1);
    submit();
  }

  /** The first highlight is accepted, the next rejected. */
  private void acceptedHighlight() throws Exception {
    ui.press(KeyCode.N);
    ui.press(KeyCode.A);
    ui.press(KeyCode.N);
    ui.press(KeyCode.X);
    ui.press(KeyCode.TAB);
    answer(KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT1);
    submit();
  }

  /** A wrong answer is taken back by undo, and submitting too early is refused. */
  private void mistaken(TranscriptId here) throws Exception {
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.DIGIT3);
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    ui.press(KeyCode.DIGIT1);
    submit();
    assertEquals(here, shown(), "there are questions without an answer");
    answer(KeyCode.DIGIT4, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT2);
    submit();
  }

  /** Answers the question that is open and those after it. */
  private void answer(KeyCode... digits) throws Exception {
    for (int i = 0; i < digits.length; i++) {
      if (i > 0) {
        ui.press(KeyCode.DOWN);
      }
      ui.press(digits[i]);
    }
  }

  private void submit() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.ENTER);
  }

  private TranscriptId shown() throws Exception {
    return Ui.fx(() -> screen.model().reader().transcriptProperty().get().id());
  }

  /** The log, the earliest first. */
  private List<String> log(List<TranscriptId> order) {
    Map<TranscriptId, Integer> numbers = new HashMap<>();
    for (TranscriptId id : order) {
      numbers.put(id, numbers.size() + 1);
    }
    return workbench.history(ANN).reversed().stream()
        .map(
            past ->
                Steps.transcript(past.step()).map(numbers::get).orElse(0)
                    + " "
                    + past.step().what()
                    + (past.state() == PastStep.State.DONE ? "" : " (undone)"))
        .toList();
  }

  /** What is said of each transcript now. */
  private List<String> state(List<TranscriptId> order) {
    return order.stream()
        .map(
            id ->
                workbench.headway(id, ANN)
                    + " "
                    + workbench.annotations(id, ANN)
                    + workbench.decisions(id, ANN))
        .toList();
  }
}
