package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.reader.ReaderView;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going to a message by its number. */
class GoToScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

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
  void ctrlGAsksForTheNumberAndGoesThere() throws Exception {
    int last = Ui.fx(() -> screen.model().reader().transcriptProperty().get().messages().size());
    assertTrue(last >= 3, "there are messages to go to");
    ui.press(KeyCode.CONTROL, KeyCode.G);
    ui.press(KeyCode.DIGIT3);
    assertEquals(0, message(), "not before it is asked for");
    ui.press(KeyCode.ENTER);
    assertEquals(2, message());
    assertTrue(Ui.fx(() -> ui.scene().getFocusOwner() instanceof ReaderView));
    assertEquals(List.of(), workbench.annotations(shown(), ANN), "the digit put no tag");
  }

  @Test
  void aNumberThatNoMessageHasIsSaidAndEscapeGoesBack() throws Exception {
    ui.press(KeyCode.J);
    int before = message();
    ui.press(KeyCode.CONTROL, KeyCode.G);
    for (int i = 0; i < 4; i++) {
      ui.press(KeyCode.DIGIT9);
    }
    ui.press(KeyCode.ENTER);
    assertEquals(before, message());
    assertFalse(Ui.fx(() -> ui.scene().getFocusOwner() instanceof ReaderView), "it stays open");
    ui.press(KeyCode.ESCAPE);
    assertTrue(Ui.fx(() -> ui.scene().getFocusOwner() instanceof ReaderView));
    assertEquals(before, message());
  }

  @Test
  void theKeysThatMoveTheCaretInTheNumberMoveNothingElse() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.G);
    ui.press(KeyCode.DIGIT3);
    for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT)) {
      ui.press(KeyCode.CONTROL, KeyCode.SHIFT, key);
      assertEquals(
          List.of(), Ui.fx(() -> screen.model().reader().selectionProperty().get()), "" + key);
    }
  }

  private TranscriptId shown() throws Exception {
    return Ui.fx(() -> screen.model().reader().transcriptProperty().get().id());
  }

  private int message() throws Exception {
    return Ui.fx(() -> screen.model().reader().caretProperty().get().message());
  }
}
