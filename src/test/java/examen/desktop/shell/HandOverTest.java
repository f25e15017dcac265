package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Workbench;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.desktop.Ui;
import examen.desktop.Words;
import examen.desktop.welcome.WhoViewModel;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rater hands the window over to another: nothing of theirs stays in it. */
class HandOverTest {
  private static final RaterId ANN = ReviewWindow.ANN;
  private static final Rater BEN = new Rater(new RaterId("ben"), "Ben Okoro");
  private static final String NOTE = "ann-saw-this";

  @TempDir private Path folder;

  @Test
  void nothingOfTheFormerOneIsOnTheScreenAndUndoLeavesTheirStepsAlone() throws Exception {
    ReviewWindow window = ReviewWindow.ofSamples(folder, 1000, 800);
    Workbench workbench = window.workbench();
    try {
      TranscriptId first = shown(window);
      Annotation made = annotate(workbench, first);
      workbench.act(ANN, new Command.Answer(first, new QuestionId("stated-belief"), "real"));
      window.ui().press(KeyCode.RIGHT);
      window.ui().press(KeyCode.LEFT);
      assertTrue(window.screen().model().shell().undoProperty().get().contains("stated-belief"));
      assertTrue(everything(window).contains(NOTE), "the test sees what is there");
      window = handOver(window);
      assertEquals("Ben Okoro", window.screen().model().shell().raterProperty().get());
      String seen = everything(window);
      assertFalse(seen.contains(NOTE), seen);
      assertEquals("", window.screen().model().shell().undoProperty().get());
      assertEquals(first, shown(window));
      assertEquals(0, window.screen().model().queue().row(first).orElseThrow().annotations());
      window.ui().press(KeyCode.CONTROL, KeyCode.Z);
      window.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      assertEquals(List.of(made), workbench.annotations(first, ANN));
      assertEquals(
          List.of("real"), workbench.verdicts(first, ANN).stream().map(Verdict::answer).toList());
      window.ui().press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
      assertFalse(everything(window).contains("stated-belief real"), "the list of steps is ben's");
      assertEquals(List.of(), workbench.history(BEN.id()));
      window.ui().press(KeyCode.ESCAPE);
      window = window.handedTo(ANN);
      assertTrue(window.screen().model().shell().undoProperty().get().contains("stated-belief"));
      window.ui().press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(List.of(), workbench.verdicts(first, ANN));
    } finally {
      window.close();
    }
  }

  /** By the sheet that asks who it is. */
  private static ReviewWindow handOver(ReviewWindow window) throws Exception {
    List<Rater> others = new ArrayList<>();
    WhoViewModel who = window.screen().model().identity().who();
    Ui.fx(
        () -> {
          window.screen().setOnOther(others::add);
          window.screen().model().shell().whoProperty().set(true);
          return 0;
        });
    assertTrue(who.openProperty().get());
    window.workbench().lead().team().put(BEN);
    Ui.fx(
        () -> {
          who.choose(BEN);
          return 0;
        });
    assertEquals(List.of(BEN), others);
    window.workbench().raters().introduce(BEN);
    return window.handedTo(BEN.id());
  }

  private static Annotation annotate(Workbench workbench, TranscriptId id) {
    Transcript transcript = workbench.transcript(id, ANN).orElseThrow();
    Anchor anchor = Anchor.at(transcript, 0, 0, new Span(0, 4));
    workbench.act(
        ANN,
        new Command.PutTag(
            workbench.newAnnotationId(), new TagId("blackmail"), List.of(anchor), NOTE));
    return workbench.annotations(id, ANN).getFirst();
  }

  private static TranscriptId shown(ReviewWindow window) throws Exception {
    return Ui.fx(() -> window.screen().model().reader().transcriptProperty().get().id());
  }

  private static String everything(ReviewWindow window) throws Exception {
    Ui.pulses(3);
    return Words.in(window.ui().scene().getRoot());
  }
}
