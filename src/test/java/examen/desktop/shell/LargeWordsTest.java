package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.settings.SettingsViewModel;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window of 1280 by 800 with words of twice their size is still one to read in. */
class LargeWordsTest {
  @TempDir private Path folder;

  private ReviewWindow window;
  private SettingsViewModel settings;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1280, 800);
    settings = window.settings();
    ui = window.ui();
    words(200);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thereIsRoomForTheTextBesideTheFindBarAndTheHits() throws Exception {
    assertTrue(isShown(".layer-bar"), "as long as there is room, all is shown");
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    ui.press(KeyCode.CONTROL, KeyCode.F);
    Ui.pulses(3);
    double text = Ui.fx(() -> region(".transcript-pane").getHeight());
    double line = Ui.fx(() -> ((Text) ui.scene().lookup(".prose")).getFont().getSize() * 1.6);
    assertTrue(text > 5 * line, "lines of text: " + text / line);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.CONTROL, KeyCode.L);
    Ui.pulses(2);
    assertTrue(isShown(".layer-bar"), "the layers are there for the keyboard");
    ui.press(KeyCode.ESCAPE);
    Ui.pulses(2);
    assertFalse(isShown(".layer-bar"));
    words(100);
    assertTrue(isShown(".layer-bar"), "and are back where there is room");
  }

  @Test
  void thePromptOfTheQueueIsNotCut() throws Exception {
    assertEquals("Words", prompt());
    words(100);
    assertEquals("Title or condition", prompt());
  }

  private String prompt() throws Exception {
    return Ui.fx(() -> ((TextField) ui.scene().lookup(".queue-filter")).getPromptText());
  }

  private boolean isShown(String style) throws Exception {
    return Ui.fx(
        () -> {
          var node = ui.scene().lookup(style);
          return node.isVisible() && node.getParent().isVisible();
        });
  }

  private Region region(String style) {
    return (Region) ui.scene().lookup(style);
  }

  private void words(int percent) throws Exception {
    Ui.fx(
        () -> {
          settings.changeLook(look -> look.withFontPercent(percent));
          Theme.LIGHT.apply(ui.scene(), settings.appearance());
          return 0;
        });
    Ui.pulses(5);
  }
}
