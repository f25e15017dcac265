package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.FreshCodebook;
import examen.app.NewCodebook;
import examen.app.NewerCodebook;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.app.queue.Choice;
import examen.app.queue.QueueFilter;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.desktop.Ui;
import examen.desktop.Words;
import examen.desktop.codebook.NewerViewModel.State;
import examen.desktop.queue.QueueRow;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer codebook, looked at, put in use and taken back in the window. */
class NewerScreenTest {
  private static final RaterId BEN = new RaterId("ben");

  @TempDir private Path folder;
  private final AtomicInteger reopened = new AtomicInteger();
  private Path file;
  private TranscriptId first;

  @BeforeEach
  void prepare() {
    file = TestProjects.withSamples(folder);
    try (Workbench workbench = opened()) {
      first = workbench.lead().transcripts().getFirst().id();
      tag(workbench, ReviewWindow.ANN, "coercion");
      tag(workbench, ReviewWindow.ANN, "unauthorised-action");
      for (int i = 0; i < 7; i++) {
        tag(workbench, BEN, "coercion");
      }
    }
  }

  @Test
  void itIsLookedAtPutInUseAndTakenBackByKeys() throws Exception {
    try (ReviewWindow window = open()) {
      look(window);
      assertInstanceOf(State.Shown.class, state(window));
      String shown = Words.in(sheet(window));
      assertTrue(shown.contains("1 annotation, 1 transcript"), shown);
      assertFalse(shown.contains("8 annotations"), "ben's are not counted");
      assertFalse(shown.contains("7 annotations"), shown);
      window.ui().press(KeyCode.SPACE);
      assertEquals(1, reopened.get());
    }
    try (ReviewWindow window = open()) {
      assertEquals(5, window.workbench().codebook().version());
      assertEquals(
          List.of(first), List.copyOf(window.workbench().toReadAgain(ReviewWindow.ANN).keySet()));
      openSheet(window);
      assertTrue(assertInstanceOf(State.Choosing.class, state(window)).own());
      Ui.fx(() -> done(window.screen().newer()::takeBack));
      assertEquals(2, reopened.get());
    }
    try (ReviewWindow window = open()) {
      assertEquals(4, window.workbench().codebook().version());
    }
  }

  @Test
  void whatIsToBeReadAgainIsMarkedAndFoundUntilItIsSubmittedAgain() throws Exception {
    try (Workbench workbench = opened()) {
      new NewerCodebook(workbench, ReviewWindow.ANN)
          .put(NewCodebook.read(FreshCodebook.file(folder, FreshCodebook.ALL_RULES)));
    }
    try (ReviewWindow window = open()) {
      var queue = window.screen().model().queue();
      assertTrue(queue.row(first).orElseThrow().isToReadAgain());
      assertTrue(Words.in(found(window, ".queue")).contains("read again"));
      Choice again = new Choice(Choice.STATE, Choice.AGAIN);
      Ui.fx(() -> done(() -> queue.soughtProperty().set(QueueFilter.ALL.toggled(again))));
      assertEquals(List.of(first), queue.shown().stream().map(QueueRow::id).toList());
      retag(window.workbench());
      Ui.fx(
          () ->
              done(
                  () -> {
                    queue.select(first);
                    Answering answering = window.screen().model().answering();
                    answering.answer(new QuestionId("misaligned-action"), "no");
                    answering.answer(new QuestionId("stated-belief"), "not-stated");
                    answering.answer(new QuestionId("ethical-acknowledgement"), "no");
                    answering.answer(new QuestionId("strategic-reasoning"), "no");
                    answering.answer(new QuestionId("usable"), "yes");
                    answering.submit();
                  }));
      Ui.pulses(3);
      assertEquals(QueueRow.State.SUBMITTED, queue.row(first).orElseThrow().state());
      assertFalse(queue.row(first).orElseThrow().isToReadAgain());
      assertEquals(List.of(first), queue.shown().stream().map(QueueRow::id).toList());
      Ui.fx(() -> done(queue::showAll));
      assertFalse(Words.in(found(window, ".queue")).contains("read again"));
    }
  }

  /** Decides what was split. */
  private void retag(Workbench workbench) {
    workbench.annotations(first, ReviewWindow.ANN).stream()
        .filter(it -> it.tag().value().equals("unauthorised-action"))
        .forEach(
            it ->
                assertInstanceOf(
                    Decision.Accepted.class,
                    workbench.act(ReviewWindow.ANN, new Command.Remove(it.id()))));
  }

  @Test
  void escapeLeavesEverythingAsItWas() throws Exception {
    try (ReviewWindow window = open()) {
      look(window);
      window.ui().press(KeyCode.ESCAPE);
      assertFalse(window.screen().newer().openProperty().get());
      assertEquals(0, reopened.get());
      assertEquals(4, window.workbench().codebook().version());
    }
  }

  @Test
  void aFileThatIsNoCodebookIsRefusedOnTheSheet() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{}");
    try (ReviewWindow window = open()) {
      openSheet(window);
      Ui.fx(() -> done(() -> window.screen().newer().look(wrong)));
      assertTrue(
          window.screen().newer().problemProperty().get().startsWith("wrong.json cannot be used"));
      assertInstanceOf(State.Choosing.class, state(window));
    }
  }

  private ReviewWindow open() throws Exception {
    ReviewWindow window = ReviewWindow.of(opened(), 1000, 800);
    Ui.fx(() -> done(() -> window.screen().setOnReopen(reopened::incrementAndGet)));
    return window;
  }

  private void openSheet(ReviewWindow window) throws Exception {
    window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    assertTrue(window.screen().newer().openProperty().get());
  }

  private void look(ReviewWindow window) throws Exception {
    Path fresh = FreshCodebook.file(folder, FreshCodebook.ALL_RULES);
    openSheet(window);
    Ui.fx(() -> done(() -> window.screen().newer().look(fresh)));
    Ui.pulses(3);
  }

  private static State state(ReviewWindow window) throws Exception {
    return Ui.fx(() -> window.screen().newer().stateProperty().get());
  }

  private static Node sheet(ReviewWindow window) throws Exception {
    return found(window, ".newer");
  }

  private static Node found(ReviewWindow window, String selector) throws Exception {
    return Ui.fx(() -> window.screen().root().lookup(selector));
  }

  private Workbench opened() {
    return Workbench.open(file, TestProjects.surroundings(folder));
  }

  private void tag(Workbench workbench, RaterId rater, String tag) {
    Transcript transcript = TestProjects.whole(workbench, first).orElseThrow();
    Anchor anchor = Anchor.at(transcript, 0, 0, new Span(0, 5));
    Decision decision =
        workbench.act(
            rater,
            new Command.PutTag(workbench.newAnnotationId(), new TagId(tag), List.of(anchor), ""));
    assertInstanceOf(Decision.Accepted.class, decision);
  }

  private static int done(Runnable action) {
    action.run();
    return 0;
  }
}
