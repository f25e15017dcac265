package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.AssignRequest;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.rating.Overlap;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a rater to whom a plan gives transcripts, in a window without a screen. */
class PlannedQueueTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  @Test
  void theQueueIsWhatThePlanGivesInTheRatersOwnOrder() throws Exception {
    Workbench workbench = planned();
    List<TranscriptId> own = workbench.plans().of(ANN).assigned();
    try (ReviewWindow window = ReviewWindow.of(workbench, 1000, 760)) {
      QueueViewModel queue = window.screen().model().queue();
      assertEquals(own, shown(queue));
      assertEquals(own.getFirst(), Ui.fx(() -> queue.currentProperty().get()).id());
      assertTrue(Ui.fx(() -> window.screen().model().scope().offeredProperty().get()));
      assertEquals("0 of " + own.size() + " submitted", foot(window));
      Ui.fx(
          () -> {
            window.screen().model().scope().toggle();
            return 0;
          });
      List<TranscriptId> all = new ArrayList<>(own);
      workbench.lead().transcripts().stream()
          .map(line -> line.id())
          .filter(id -> !own.contains(id))
          .forEach(all::add);
      assertEquals(all, shown(queue), "what is hers first");
      Ui.fx(
          () -> {
            window.screen().model().scope().toggle();
            return 0;
          });
      assertEquals(own, shown(queue));
    }
  }

  @Test
  void whereOnlyTheOwnPartIsToBeSeenThereIsNoChoice() throws Exception {
    Workbench workbench = planned();
    workbench.lead().team().showOnlyAssigned();
    List<TranscriptId> own = workbench.plans().of(ANN).assigned();
    try (ReviewWindow window = ReviewWindow.of(workbench, 1000, 760)) {
      assertFalse(Ui.fx(() -> window.screen().model().scope().offeredProperty().get()));
      Ui.fx(
          () -> {
            window.screen().model().scope().toggle();
            return 0;
          });
      assertEquals(own, shown(window.screen().model().queue()));
    }
  }

  @Test
  void theNameStandsAtTheFootAndCanBeChangedThere() throws Exception {
    Workbench workbench = planned();
    workbench.lead().team().put(new Rater(ANN, "Ann Miller"));
    try (ReviewWindow window = ReviewWindow.of(workbench, 1000, 760)) {
      ShellViewModel shell = window.screen().model().shell();
      assertEquals("Ann Miller", Ui.fx(() -> shell.raterProperty().get()));
      Ui.fx(
          () -> {
            shell.whoProperty().set(true);
            return 0;
          });
      assertTrue(Ui.fx(() -> window.screen().sheets().openProperty().get()));
      window.ui().pictures("who", examen.desktop.Theme.values());
      Ui.fx(
          () -> {
            window.screen().model().identity().who().nameProperty().set("Ann Smith");
            window.screen().model().identity().who().rename();
            return 0;
          });
      assertFalse(Ui.fx(() -> window.screen().sheets().openProperty().get()));
      assertEquals("Ann Smith", Ui.fx(() -> shell.raterProperty().get()));
      assertEquals(new Rater(ANN, "Ann Smith"), workbench.raters().of(ANN));
      assertEquals(
          new Rater(ANN, "Ann Smith"),
          Ui.fx(() -> window.settings().settingsProperty().get().rater()));
    }
  }

  @Test
  void anotherPersonIsHandedOver() throws Exception {
    Workbench workbench = planned();
    List<Rater> others = new ArrayList<>();
    try (ReviewWindow window = ReviewWindow.of(workbench, 1000, 760)) {
      Ui.fx(
          () -> {
            window.screen().setOnOther(others::add);
            window.screen().model().shell().whoProperty().set(true);
            window.screen().model().identity().who().nameProperty().set("bob");
            window.screen().model().identity().who().enter();
            return 0;
          });
      assertEquals(List.of(new Rater(new RaterId("bob"), "bob")), others);
      assertFalse(Ui.fx(() -> window.screen().sheets().openProperty().get()));
    }
  }

  private Workbench planned() {
    Workbench workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(
        TestProjects.request(TestProjects.SAMPLES.resolve("agentic-misalignment")), Progress.NONE);
    workbench
        .lead()
        .assign(
            new AssignRequest(
                List.of("ann", "bob"),
                new Overlap.Each(1),
                1,
                Set.of(),
                List.of(),
                3L,
                null,
                false),
            Progress.NONE);
    return workbench;
  }

  private static List<TranscriptId> shown(QueueViewModel queue) throws Exception {
    return Ui.fx(() -> queue.shown().stream().map(QueueRow::id).toList());
  }

  private static String foot(ReviewWindow window) throws Exception {
    return Ui.fx(() -> ((Label) window.screen().root().lookup(".queue-foot")).getText());
  }
}
