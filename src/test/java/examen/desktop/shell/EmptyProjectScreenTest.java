package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.intake.Step;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyProjectScreenTest {
  @TempDir private Path folder;

  @Test
  void theKeyboardIsOnTheImportWhichBeginsTheWork() throws Exception {
    Workbench empty =
        Workbench.openOrCreate(folder.resolve("empty.examen"), TestProjects.surroundings(folder));
    try (ReviewWindow window = ReviewWindow.of(empty, 1000, 760)) {
      assertEquals(Step.CLOSED, importing(window));
      window.ui().press(KeyCode.SPACE);
      assertEquals(Step.CHOOSING, importing(window));
    }
  }

  private static Step importing(ReviewWindow window) throws Exception {
    return Ui.fx(() -> window.screen().model().imports().stepProperty().get());
  }
}
