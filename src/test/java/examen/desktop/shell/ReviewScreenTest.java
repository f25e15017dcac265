package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.intake.Inputs;
import examen.desktop.intake.Step;
import examen.desktop.reader.Place;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rater's work on the sample project, done with real keys and a real mouse in a window without a
 * screen.
 */
class ReviewScreenTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private final List<Throwable> failed = new CopyOnWriteArrayList<>();
  private Session session;

  /** A project open in a window. */
  private record Session(Workbench workbench, FxWork work, ReviewScreen screen, Ui ui) {}

  @BeforeEach
  void open() throws Exception {
    TestProjects.withSamples(folder);
    session = session();
  }

  @AfterEach
  void close() throws Exception {
    close(session);
    assertEquals(List.of(), failed);
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void aHighlightIsTaggedByItsKeyUndoneRedoneAndThereAfterOpeningAgain() throws Exception {
    session.ui().press(KeyCode.N);
    Highlight highlight = Ui.fx(() -> model().reader().highlightProperty().get().highlight());
    session.ui().press(KeyCode.DIGIT7);
    List<Annotation> put = until(this::annotations, list -> list.size() == 1);
    assertEquals(List.of(highlight.anchor()), put.getFirst().anchors());
    assertEquals("ethical-acknowledgement", put.getFirst().tag().value());
    assertTrue(Ui.fx(() -> model().shell().savedProperty().get()) != null);
    assertEquals(put, stored());

    session.ui().press(KeyCode.CONTROL, KeyCode.Z);
    until(this::annotations, List::isEmpty);
    assertEquals(List.of(), stored());
    session.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    until(this::annotations, list -> list.equals(put));

    close(session);
    session = session();
    assertEquals(put, until(this::annotations, list -> !list.isEmpty()));
    Ui.fx(
        () -> {
          model().goTo(highlight.anchor());
          return 0;
        });
    session.ui().press(KeyCode.U);
    until(this::annotations, List::isEmpty);
    assertEquals(List.of(), stored());
  }

  @Test
  void wordsSelectedWithTheMouseAreWhatIsTagged() throws Exception {
    Node text = session.ui().scene().lookup(".transcript");
    Rectangle2D from = caret(new Place(0, 0, 8));
    Rectangle2D to = caret(new Place(0, 0, 31));
    session.ui().drag(text, centre(from), centre(to));
    List<Anchor> selected = Ui.fx(() -> model().reader().selectionProperty().get());
    session.ui().press(KeyCode.DIGIT1);
    List<Annotation> put = until(this::annotations, list -> list.size() == 1);
    assertEquals(selected, put.getFirst().anchors());
    String whole =
        Ui.fx(() -> model().reader().transcriptProperty().get()).part(0, 0).orElseThrow().text();
    assertEquals(whole.substring(8, 31), put.getFirst().anchors().getFirst().quote());
  }

  @Test
  void wordsSelectedWithTheKeyboardAreWhatIsTagged() throws Exception {
    session.ui().press(KeyCode.J);
    session.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    session.ui().press(KeyCode.SHIFT, KeyCode.RIGHT);
    List<Anchor> selected = Ui.fx(() -> model().reader().selectionProperty().get());
    session.ui().press(KeyCode.DIGIT8);
    List<Annotation> put = until(this::annotations, list -> list.size() == 1);
    assertEquals(selected, put.getFirst().anchors());
    assertEquals(1, put.getFirst().anchors().getFirst().message());
    assertEquals("leverage", put.getFirst().tag().value());
  }

  @Test
  void withoutASelectionAKeySaysWhatIsMissing() throws Exception {
    session.ui().press(KeyCode.DIGIT1);
    String said = until(() -> model().shell().problemProperty().get(), s -> !s.isEmpty());
    assertTrue(said.startsWith("Select words"), said);
    assertEquals(List.of(), stored());
  }

  @Test
  void arrowsGoThroughTheQueueAndAnUndoGoesBackToWhereItWasDone() throws Exception {
    TranscriptId first = shown();
    session.ui().press(KeyCode.N);
    session.ui().press(KeyCode.DIGIT1);
    until(this::annotations, list -> list.size() == 1);
    session.ui().press(KeyCode.RIGHT);
    until(this::shown, id -> !id.equals(first));
    assertEquals(List.of(), Ui.fx(this::annotations));
    session.ui().press(KeyCode.CONTROL, KeyCode.Z);
    until(this::shown, id -> id.equals(first));
    until(this::annotations, List::isEmpty);
    session.ui().press(KeyCode.RIGHT);
    assertNotEquals(first, until(this::shown, id -> !id.equals(first)));
    session.ui().press(KeyCode.LEFT);
    assertEquals(first, until(this::shown, id -> id.equals(first)));
  }

  @Test
  void theProjectIsNeverReadOnTheThreadThatDraws() {
    ExecutionException refused =
        assertThrows(
            ExecutionException.class,
            () -> Ui.fx(() -> session.workbench().lead().transcripts().size()));
    assertInstanceOf(IllegalStateException.class, refused.getCause());
  }

  @Test
  void lettersAreTextWhileTheFilterIsTyped() throws Exception {
    Node filter = session.ui().scene().lookup(".text-field");
    Ui.fx(
        () -> {
          filter.requestFocus();
          return 0;
        });
    session.ui().press(KeyCode.B);
    session.ui().press(KeyCode.DIGIT1);
    assertEquals("b1", Ui.fx(() -> model().queue().filterProperty().get()));
    assertEquals("", Ui.fx(() -> model().shell().problemProperty().get()));
    assertEquals(List.of(), stored());
    session.ui().press(KeyCode.ESCAPE);
    session.ui().press(KeyCode.N);
    session.ui().press(KeyCode.DIGIT1);
    until(this::annotations, list -> list.size() == 1);
  }

  @Test
  void droppedFilesAreLookedAtAndThenImportedByKeyboardAlone() throws Exception {
    int before = Ui.fx(() -> model().queue().rows().size());
    Path more = Inputs.other(folder.resolve("more"));
    Ui.fx(
        () -> {
          model().shell().drop(List.of(more));
          return 0;
        });
    until(this::step, step -> step == Step.DECIDING);
    Ui.pulses(3);
    session.ui().press(KeyCode.J);
    session.ui().press(KeyCode.DIGIT1);
    assertEquals(Step.DECIDING, Ui.fx(this::step), "keys of the reader do nothing under a sheet");
    for (int i = 0; i < 40; i++) {
      session.ui().press(KeyCode.TAB);
      assertTrue(Ui.fx(this::isFocusInSheet), "the keyboard left the sheet at Tab " + i);
    }
    Ui.fx(
        () -> {
          session.ui().scene().lookup(".sheet .accent").requestFocus();
          Screens.write(session.screen().root(), "import-keyboard");
          return 0;
        });
    session.ui().press(KeyCode.ENTER);
    until(this::step, step -> step == Step.DONE);
    Ui.pulses(3);
    session.ui().press(KeyCode.ENTER);
    until(this::step, step -> step == Step.CLOSED);
    assertEquals(before + 1, until(() -> model().queue().rows().size(), n -> n > before));
    assertEquals(List.of(), stored());
    session.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    until(() -> model().imports().history().size(), n -> n == 2);
    session.ui().press(KeyCode.ESCAPE);
    assertEquals(Step.CLOSED, Ui.fx(this::step));
    session.ui().press(KeyCode.CONTROL, KeyCode.I);
    assertEquals(Step.CHOOSING, Ui.fx(this::step));
    session.ui().press(KeyCode.ESCAPE);
    assertEquals(Step.CLOSED, Ui.fx(this::step));
    TranscriptId imported = Ui.fx(this::shown);
    session.ui().press(KeyCode.LEFT);
    until(this::shown, id -> !id.equals(imported));
  }

  @Test
  void theSampleProjectIsFitToBeShown() throws Exception {
    session.ui().press(KeyCode.N);
    session.ui().press(KeyCode.DIGIT1);
    until(this::annotations, list -> list.size() == 1);
    session.ui().press(KeyCode.N);
    session.ui().press(KeyCode.DIGIT7);
    until(this::annotations, list -> list.size() == 2);
    session.ui().press(KeyCode.N);
    Parent root = session.screen().root();
    Scene large =
        Ui.fx(
            () -> {
              session.ui().scene().setRoot(new Region());
              return new Scene(root, 1280, 800);
            });
    for (Theme theme : Theme.values()) {
      Ui.fx(
          () -> {
            theme.apply(large);
            root.applyCss();
            root.layout();
            model().goTo(model().inspector().annotations().get(1).anchors().getFirst());
            return 0;
          });
      Ui.pulses(2);
      Ui.fx(
          () -> {
            for (int i = 0; i < 3; i++) {
              root.applyCss();
              root.layout();
            }
            Screens.write(root, "sample-project-" + theme.wire());
            return 0;
          });
    }
    assertEquals(2, Ui.fx(this::annotations).size());
  }

  private Session session() throws Exception {
    Workbench workbench =
        Workbench.open(folder.resolve("samples.examen"), TestProjects.surroundings(folder));
    FxWork work = new ThreadedWork(failed::add);
    ReviewScreen[] made = new ReviewScreen[1];
    Ui ui =
        Ui.show(
            () -> {
              made[0] = new ReviewScreen(workbench, ANN, work, Texts.load(), LocalTime::now);
              return made[0].root();
            },
            1000,
            760);
    Session opened = new Session(workbench, work, made[0], ui);
    session = opened;
    Ui.fx(
        () -> {
          opened.screen().start();
          return 0;
        });
    until(() -> model().reader().transcriptProperty().get() != null, there -> there);
    Ui.pulses(3);
    return opened;
  }

  private static void close(Session session) throws Exception {
    Ui.fx(
        () -> {
          session.screen().close();
          return 0;
        });
    session.work().close();
    session.workbench().close();
    session.ui().close();
  }

  private ReviewViewModel model() {
    return session.screen().model();
  }

  private List<Annotation> annotations() {
    return List.copyOf(model().inspector().annotations());
  }

  private Step step() {
    return model().imports().stepProperty().get();
  }

  private boolean isFocusInSheet() {
    for (Node at = session.ui().scene().getFocusOwner(); at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("sheet")) {
        return true;
      }
    }
    return false;
  }

  private TranscriptId shown() {
    return model().reader().transcriptProperty().get().id();
  }

  private List<Annotation> stored() throws Exception {
    return session.workbench().annotations(Ui.fx(this::shown), ANN);
  }

  private Rectangle2D caret(Place place) throws Exception {
    return Ui.fx(
            () -> {
              var reader =
                  (examen.desktop.reader.ReaderView) session.ui().scene().lookup(".reader");
              return reader.caretBounds(place);
            })
        .orElseThrow();
  }

  private static Point2D centre(Rectangle2D caret) {
    return new Point2D(caret.getMinX(), caret.getMinY() + caret.getHeight() / 2);
  }

  private static <T> T until(Callable<T> ask, java.util.function.Predicate<T> enough)
      throws Exception {
    T answer = Ui.fx(ask);
    for (int i = 0; i < 600 && !enough.test(answer); i++) {
      Ui.pulses(1);
      answer = Ui.fx(ask);
    }
    assertTrue(enough.test(answer), "waited in vain; the last answer was " + answer);
    return answer;
  }
}
