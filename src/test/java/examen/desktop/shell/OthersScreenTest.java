package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.others.OthersViewModel.State;
import examen.rating.Revealing;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classifiers and others say, asked for in the window. */
class OthersScreenTest {
  @TempDir private Path folder;

  @Test
  void itIsNotShownBeforeSubmissionUnlessTheProjectAllowsItAndIsRecordedWhenItIs()
      throws Exception {
    try (ReviewWindow window = ReviewWindow.ofSamples(folder, 1000, 800)) {
      Workbench workbench = window.workbench();
      ReviewViewModel review = window.screen().model();
      TranscriptId judged =
          workbench.lead().transcripts().stream()
              .map(line -> line.id())
              .filter(id -> !TestProjects.imported(workbench.path(), id).highlights().isEmpty())
              .findFirst()
              .orElseThrow();
      Ui.fx(() -> done(() -> review.queue().select(judged)));
      open(window);
      assertInstanceOf(State.NotYet.class, review.others().stateProperty().get());
      workbench.lead().team().allow(Revealing.ANY_TIME);
      open(window);
      assertInstanceOf(State.Asks.class, review.others().stateProperty().get());
      assertEquals(0, workbench.lead().reveals().size(), "to ask is not to be shown");
      Ui.fx(() -> done(() -> ((Button) found(window, ".others-show")).fire()));
      Ui.pulses(3);
      State.Shown shown =
          assertInstanceOf(State.Shown.class, review.others().stateProperty().get());
      assertFalse(shown.lines().isEmpty());
      assertEquals(3, workbench.lead().reveals().size());
      assertTrue(review.others().openProperty().get());
    }
  }

  private static void open(ReviewWindow window) throws Exception {
    Ui.fx(() -> done(window.screen().model().others()::open));
    Ui.pulses(3);
  }

  private static Node found(ReviewWindow window, String selector) {
    return window.screen().root().lookup(selector);
  }

  private static int done(Runnable action) {
    action.run();
    return 0;
  }
}
