package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.app.TaughtProject;
import examen.app.Workbench;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.reader.Layer;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggestions with real keys, and how they look. */
class SuggestionScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    Workbench taught = TaughtProject.open(folder);
    TaughtProject.decide(taught, ANN, TaughtProject.SENTENCES);
    window = ReviewWindow.of(taught, 1000, 620);
    screen = window.screen();
    ui = window.ui();
    Ui.fx(
        () -> {
          var rows = screen.model().queue().rows();
          screen.model().queue().select(rows.getLast().id());
          return 0;
        });
    Ui.pulses(3);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aBlindRaterSeesNoneUntilTheProjectIsToShowThem() throws Exception {
    ui.press(KeyCode.N);
    assertNull(current());
    assertEquals("Suggestions: after submission", menu().getText());
    choose(Suggesting.ON);
    assertEquals("Suggestions: on", menu().getText());
    ui.press(KeyCode.N);
    JudgedHighlight there = there();
    assertEquals(TaughtProject.MISSED, there.highlight().anchor().quote());
    assertNotNull(Ui.fx(() -> ui.scene().lookup(".highlight-suggested")));
    pictures("suggestion");
    choose(Suggesting.OFF);
    assertNull(current());
    assertNull(Ui.fx(() -> ui.scene().lookup(".highlight-suggested")));
  }

  @Test
  void isDecidedOnWithTheSameKeysAndHasALayer() throws Exception {
    choose(Suggesting.ON);
    Layer layer = new Layer.Suggested();
    assertEquals(
        1, Ui.fx(() -> screen.model().reader().marking().layersProperty().get()).get(layer));
    ui.press(KeyCode.N);
    ui.press(KeyCode.X);
    assertEquals(Standing.REJECTED, there().standing());
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    ui.press(KeyCode.A);
    assertEquals(Standing.ACCEPTED, there().standing());
    assertEquals(
        List.of("leverage"),
        Ui.fx(() -> screen.model().inspector().annotations()).stream()
            .map(annotation -> annotation.tag().value())
            .toList());
    assertNull(
        Ui.fx(() -> ui.scene().lookup(".highlight-suggested")), "it shows as the annotation");
    pictures("suggestion-accepted");
    Ui.fx(
        () -> {
          screen.model().reader().marking().toggle(layer);
          return 0;
        });
    assertNull(current());
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.DARK, Theme.LIGHT);
  }

  /** As the menu does it. */
  private void choose(Suggesting when) throws Exception {
    String wanted = Texts.load().get("suggesting." + when.wire());
    Ui.fx(
        () -> {
          menu().getItems().stream()
              .filter(item -> item.getText().equals(wanted))
              .findFirst()
              .orElseThrow()
              .fire();
          return 0;
        });
    Ui.pulses(3);
  }

  private MenuButton menu() {
    return (MenuButton) screen.root().lookup(".suggestions-menu");
  }

  private JudgedHighlight there() throws Exception {
    JudgedHighlight there = current();
    if (there == null) {
      throw new AssertionError("no highlight at the caret");
    }
    return there;
  }

  private @Nullable JudgedHighlight current() throws Exception {
    return Ui.fx(() -> screen.model().reader().highlightProperty().get());
  }
}
