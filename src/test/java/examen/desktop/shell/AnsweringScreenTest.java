package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.codebook.QuestionId;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.highlight.FoundBy;
import examen.rating.AnswerSheet.Item;
import examen.rating.AnswerSheet.Standing;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions with real keys: answered, refused, submitted, reopened; and how that looks. */
class AnsweringScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private Path file;
  private Workbench workbench;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 900);
    workbench = window.workbench();
    file = workbench.path();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void digitsAnswerInTheQuestionsAndPutTagsWhereOneReads() throws Exception {
    TranscriptId first = shown();
    ui.press(KeyCode.TAB);
    assertEquals("misaligned-action", focused());
    settle();
    pictures("questions-begin");
    ui.press(KeyCode.DIGIT1);
    assertEquals("no", given("misaligned-action"));
    assertEquals(0, workbench.annotations(first, ANN).size(), "no tag was put");
    assertEquals(Standing.NOT_ASKED, item("misaligned-kind").standing());
    ui.press(KeyCode.DOWN);
    assertEquals("stated-belief", focused(), "what is not asked is passed over");
    ui.press(KeyCode.UP);
    ui.press(KeyCode.DIGIT2);
    assertEquals("yes", given("misaligned-action"));
    assertEquals(Standing.UNPROVED, item("misaligned-action").standing());
    settle();
    pictures("questions-premise-opened");
    ui.press(KeyCode.TAB);
    assertEquals("misaligned-kind", focused());
    ui.press(KeyCode.DIGIT1);
    assertEquals("blackmail", given("misaligned-kind"));
    ui.press(KeyCode.F1);
    settle();
    ui.press(KeyCode.SHIFT, KeyCode.TAB);
    ui.press(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals(reader(), Ui.fx(() -> ui.scene().getFocusOwner()), "back to where one reads");
    ui.press(KeyCode.N);
    ui.press(KeyCode.DIGIT1);
    assertEquals(1, workbench.annotations(first, ANN).size(), "here the digit puts a tag");
    assertEquals(Standing.ANSWERED, item("misaligned-action").standing());
    ui.press(KeyCode.TAB);
    assertEquals("stated-belief", focused(), "the first that is missing");
    for (int i = 0; i < 4; i++) {
      ui.press(KeyCode.TAB);
    }
    assertEquals(true, Ui.fx(() -> ui.scene().getFocusOwner().getStyleClass().contains("submit")));
    ui.press(KeyCode.TAB);
    assertFalse(
        Ui.fx(() -> ui.scene().getFocusOwner().getStyleClass().contains("question-card")),
        "after the last, Tab goes on");
    Ui.fx(
        () -> {
          model().questions().leave();
          return 0;
        });
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.UP);
    ui.press(KeyCode.UP);
    ui.press(KeyCode.DIGIT3);
    assertEquals("unclear", given("misaligned-action"));
    settle();
    pictures("questions-not-asked");
    ui.press(KeyCode.DELETE);
    assertNull(item("misaligned-action").given(), "withdrawn, which is not no");
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("unclear", given("misaligned-action"));
    assertTrue(Ui.fx(() -> model().shell().undoProperty().get()).startsWith("answer"));
  }

  @Test
  void whatIsMissingIsSaidBesideTheQuestionAndWhenNothingIsTheNextOneOpens() throws Exception {
    TranscriptId first = shown();
    ui.press(KeyCode.CONTROL, KeyCode.U);
    ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    assertEquals(first, shown());
    assertEquals("misaligned-action", focused());
    assertEquals("", Ui.fx(() -> model().shell().problemProperty().get()));
    settle();
    assertTrue(Ui.fx(() -> ui.scene().lookup(".question-refusal")) != null);
    pictures("questions-refused");
    answerAll();
    assertNull(Ui.fx(() -> ui.scene().lookup(".question-refusal")));
    ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    assertNotEquals(first, shown());
    assertEquals(reader(), Ui.fx(() -> ui.scene().getFocusOwner()));
    assertEquals(1, Ui.fx(() -> model().queue().submittedProperty().get()));
    Labeled foot = (Labeled) Ui.fx(() -> ui.scene().lookup(".queue-foot"));
    assertEquals("1 of " + workbench.lead().transcripts().size() + " submitted", foot.getText());
    ui.press(KeyCode.LEFT);
    assertEquals(first, shown());
    settle();
    pictures("questions-submitted");
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.DIGIT2);
    assertEquals("no", given("misaligned-action"));
    assertEquals(
        "this review is submitted; reopen it to change it",
        Ui.fx(() -> model().shell().problemProperty().get()));
    ui.press(KeyCode.UP);
    ui.press(KeyCode.UP);
    ui.press(KeyCode.SPACE);
    assertFalse(Ui.fx(() -> model().questions().isSubmitted()));
    settle();
    pictures("questions-reopened");
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertTrue(Ui.fx(() -> model().questions().isSubmitted()), "undone");
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertFalse(Ui.fx(() -> model().questions().isSubmitted()), "the submitting too");
  }

  @Test
  void submittingWorksFromWithinATextField() throws Exception {
    TranscriptId first = shown();
    answerAll();
    Ui.fx(
        () -> {
          ui.scene().lookup(".queue-filter").requestFocus();
          return 0;
        });
    ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    assertNotEquals(first, shown());
    assertTrue(workbench.answers(first, ANN).missing().isEmpty());
    assertEquals(1, Ui.fx(() -> model().queue().submittedProperty().get()));
  }

  @Test
  void whatClassifiersSayIsShownAfterSubmittingOnlyAndHiddenAgainAfterReopening() throws Exception {
    TranscriptId judged = judged();
    Ui.fx(
        () -> {
          model().queue().select(judged);
          return 0;
        });
    assertEquals(0, imported());
    answerAll();
    ui.press(KeyCode.CONTROL, KeyCode.U);
    int hidden = hiddenInSource();
    assertTrue(hidden > 0, "the source has something to hide");
    ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.fx(
        () -> {
          model().queue().select(judged);
          return 0;
        });
    assertTrue(imported() > 3, "submitted: " + imported());
    assertEquals(0, hiddenInSource());
    settle();
    pictures("questions-submitted-source");
    ui.press(KeyCode.CONTROL, KeyCode.U);
    settle();
    Ui.fx(
        () -> {
          model().reader().walking().nextHighlight();
          return 0;
        });
    settle();
    pictures("questions-submitted-judged");
    Ui.fx(
        () -> {
          model().questions().enter();
          return 0;
        });
    ui.press(KeyCode.UP);
    ui.press(KeyCode.SPACE);
    assertEquals(0, imported(), "reopened");
    ui.press(KeyCode.CONTROL, KeyCode.U);
    assertEquals(hidden, hiddenInSource());
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    assertTrue(imported() > 3, "to reopen was undone");
    assertEquals(0, hiddenInSource(), "in the panel that is open too");
  }

  private TranscriptId judged() {
    return workbench.lead().transcripts().stream()
        .map(TranscriptLine::id)
        .filter(id -> TestProjects.imported(file, id).highlights().size() > 3)
        .findFirst()
        .orElseThrow();
  }

  private long imported() throws Exception {
    return Ui.fx(
        () ->
            model().reader().marking().judged().stream()
                .filter(j -> j.highlight().foundBy() instanceof FoundBy.Classifier)
                .count());
  }

  private int hiddenInSource() throws Exception {
    return Ui.fx(
        () -> {
          var source = workbench.source(shownId(), ANN).orElseThrow();
          return source.metadata().hidden()
              + source.messages().stream().mapToInt(m -> m.metadata().hidden()).sum();
        });
  }

  /** Answers each question with an answer that asks for no place. */
  private void answerAll() throws Exception {
    Ui.fx(
        () -> {
          model().answering().answer(new QuestionId("misaligned-action"), "no");
          model().answering().answer(new QuestionId("stated-belief"), "not-stated");
          model().answering().answer(new QuestionId("ethical-acknowledgement"), "no");
          model().answering().answer(new QuestionId("strategic-reasoning"), "no");
          model().answering().answer(new QuestionId("usable"), "yes");
          return 0;
        });
    settle();
  }

  /** Lets what opens and closes softly come to rest. */
  private static void settle() throws Exception {
    Thread.sleep(250);
    Ui.pulses(3);
  }

  private String given(String question) throws Exception {
    return String.valueOf(item(question).given());
  }

  private Item item(String question) throws Exception {
    return Ui.fx(
        () ->
            model().questions().sheetProperty().get().items().stream()
                .filter(i -> i.question().id().value().equals(question))
                .findFirst()
                .orElseThrow());
  }

  /** The question that the keyboard is on. */
  private String focused() throws Exception {
    Node on = Ui.fx(() -> ui.scene().getFocusOwner());
    return Ui.fx(
        () ->
            model().questions().sheetProperty().get().items().stream()
                .filter(i -> i.question().text().equals(on.getAccessibleText()))
                .map(i -> i.question().id().value())
                .findFirst()
                .orElse(String.valueOf(on)));
  }

  private Node reader() throws Exception {
    return Ui.fx(() -> ui.scene().lookup(".reader"));
  }

  private TranscriptId shown() throws Exception {
    return Ui.fx(this::shownId);
  }

  private TranscriptId shownId() {
    return model().reader().transcriptProperty().get().id();
  }

  private ReviewViewModel model() {
    return screen.model();
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.LIGHT, Theme.DARK);
  }
}
