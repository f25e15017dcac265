package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.app.settings.Care;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.settings.SettingsViewModel;
import examen.rating.RaterId;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that the codebook warns of, in the window: covered, asked for, shown at once. */
class CareScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private Workbench workbench;
  private ReviewScreen screen;
  private SettingsViewModel settings;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 800);
    workbench = window.workbench();
    settings = window.settings();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aTextThatIsWarnedOfIsCoveredUntilItIsAskedFor() throws Exception {
    TranscriptId warned = go("murder");
    assertTrue(isCovered());
    assertEquals("", read(), "a screen reader reads nothing either");
    assertNotNull(reader().getScene());
    pictures("care-covered");
    var caret = caret();
    ui.press(KeyCode.J);
    assertEquals(caret, caret(), "one does not move in what one cannot see");
    ui.press(KeyCode.N);
    ui.press(KeyCode.A);
    ui.press(KeyCode.X);
    ui.press(KeyCode.S);
    ui.press(KeyCode.DIGIT1);
    assertEquals(List.of(), workbench.annotations(warned, ANN));
    assertEquals(List.of(), workbench.decisions(warned, ANN));
    ui.press(KeyCode.ENTER);
    assertFalse(isCovered());
    assertNotEquals("", read());
    pictures("care-shown");
    ui.press(KeyCode.J);
    assertNotEquals(caret, caret());
    ui.press(KeyCode.RIGHT);
    assertNotEquals(warned, shown());
    ui.press(KeyCode.LEFT);
    assertEquals(warned, shown());
    assertFalse(isCovered(), "asked for once is enough");
  }

  @Test
  void aCoveredTextCanBePassedBy() throws Exception {
    TranscriptId warned = go("murder");
    ui.press(KeyCode.RIGHT);
    assertNotEquals(warned, shown());
    ui.press(KeyCode.LEFT);
    assertTrue(isCovered());
  }

  @Test
  void whatIsNotWarnedOfIsShown() throws Exception {
    go("blackmail");
    assertFalse(isCovered());
    assertNotEquals("", read());
  }

  @Test
  void whoWantsNothingCoveredSeesAll() throws Exception {
    go("murder");
    assertTrue(isCovered());
    Ui.fx(
        () -> {
          settings.changeCare(Care::notCovering);
          return 0;
        });
    assertFalse(isCovered());
    Ui.fx(
        () -> {
          settings.changeCare(Care::covering);
          return 0;
        });
    assertTrue(isCovered());
  }

  /** Opens the first transcript of this scenario. */
  private TranscriptId go(String scenario) throws Exception {
    TranscriptId id =
        workbench.lead().transcripts().stream()
            .filter(line -> line.conditions().get(Conditions.SCENARIO).orElse("").equals(scenario))
            .map(TranscriptLine::id)
            .findFirst()
            .orElseThrow();
    Ui.fx(
        () -> {
          screen.model().queue().select(id);
          return 0;
        });
    Ui.pulses(3);
    assertEquals(id, shown());
    return id;
  }

  private TranscriptId shown() throws Exception {
    return Ui.fx(() -> screen.model().reader().transcriptProperty().get().id());
  }

  private Object caret() throws Exception {
    return Ui.fx(() -> screen.model().reader().caretProperty().get());
  }

  private boolean isCovered() throws Exception {
    Node cover = Ui.fx(() -> ui.scene().lookup(".warning-cover"));
    boolean covered = Ui.fx(() -> screen.model().warning().coveringProperty().get());
    assertEquals(covered, Ui.fx(cover::isVisible));
    return covered;
  }

  private Node reader() throws Exception {
    return Ui.fx(() -> ui.scene().lookup(".reader"));
  }

  private Object read() throws Exception {
    Node reader = reader();
    return Ui.fx(() -> reader.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT);
  }
}
