package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.reader.Place;
import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of annotations, with real keys in a window without a screen, and how it looks. */
class AnnotationScreenTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private final List<Throwable> failed = new CopyOnWriteArrayList<>();
  private Workbench workbench;
  private FxWork work;
  private ReviewScreen screen;
  private Ui ui;
  private boolean closed;

  @BeforeEach
  void open() throws Exception {
    workbench = Workbench.open(TestProjects.withSamples(folder), TestProjects.surroundings(folder));
    work = new ThreadedWork(failed::add);
    ReviewScreen[] made = new ReviewScreen[1];
    ui =
        Ui.show(
            () -> {
              made[0] = new ReviewScreen(workbench, ANN, work, Texts.load(), LocalTime::now);
              return made[0].root();
            },
            1000,
            900);
    screen = made[0];
    Ui.fx(
        () -> {
          screen.start();
          return 0;
        });
    until(() -> model().reader().transcriptProperty().get() != null, there -> there);
    Ui.pulses(3);
  }

  @AfterEach
  void close() throws Exception {
    if (!closed) {
      Ui.fx(
          () -> {
            screen.close();
            return 0;
          });
    }
    work.close();
    workbench.close();
    ui.close();
    assertEquals(List.of(), failed);
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void attributesAreSaidByKeysAndTakenBackByUndo() throws Exception {
    put("1", 0, 30);
    ui.press(KeyCode.SHIFT, KeyCode.DIGIT2);
    ui.press(KeyCode.SHIFT, KeyCode.E);
    ui.press(KeyCode.SHIFT, KeyCode.L);
    Annotation said = until(() -> stored().getFirst(), a -> a.confidence() != null);
    assertEquals(2, said.severity());
    assertEquals(Enactment.EXECUTED, said.enactment());
    assertEquals(Confidence.LOW, said.confidence());
    Ui.pulses(3);
    pictures("annotation-attributes");
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    until(() -> stored().getFirst(), a -> a.confidence() == null);
  }

  @Test
  void aNoteIsTypedInItsFieldAndStoredWhenTheFieldIsLeft() throws Exception {
    put("1", 0, 30);
    ui.press(KeyCode.M);
    assertTrue(Ui.fx(() -> ui.scene().getFocusOwner() instanceof TextArea));
    ui.press(KeyCode.U);
    ui.press(KeyCode.DIGIT1);
    ui.press(KeyCode.RIGHT);
    assertEquals("u1", Ui.fx(() -> note().getText()));
    assertEquals(1, stored().size(), "letters are text while a note is typed");
    ui.press(KeyCode.ESCAPE);
    until(() -> stored().getFirst(), a -> a.note().equals("u1"));
    assertFalse(Ui.fx(() -> ui.scene().getFocusOwner() instanceof TextArea));
    assertEquals("note on blackmail", until(() -> undo(), u -> u.startsWith("note")));
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    until(() -> stored().getFirst(), a -> a.note().isEmpty());
    until(() -> note().getText(), String::isEmpty);
  }

  @Test
  void aNoteIsStoredAfterAPauseAndGoesOnBeingTyped() throws Exception {
    put("1", 0, 30);
    ui.press(KeyCode.M);
    ui.press(KeyCode.A);
    until(() -> stored().getFirst(), a -> a.note().equals("a"));
    ui.press(KeyCode.B);
    until(() -> stored().getFirst(), a -> a.note().equals("ab"));
    assertTrue(Ui.fx(() -> ui.scene().getFocusOwner() instanceof TextArea));
    assertEquals(2, Ui.fx(() -> note().getCaretPosition()));
  }

  @Test
  void aNoteIsStoredWhenTheTranscriptIsLeftOrTheWindowClosed() throws Exception {
    TranscriptId first = shown();
    put("1", 0, 30);
    ui.press(KeyCode.M);
    ui.press(KeyCode.A);
    Ui.fx(
        () -> {
          model().queue().next();
          return 0;
        });
    until(this::shown, id -> !id.equals(first));
    until(() -> workbench.annotations(first, ANN).getFirst(), a -> a.note().equals("a"));
    Ui.pulses(3);
    assertFalse(Ui.fx(this::shownOnScreen).equals(first), "it is not opened again for that");
    Ui.fx(
        () -> {
          model().queue().previous();
          return 0;
        });
    until(this::shown, id -> id.equals(first));
    until(() -> model().inspector().annotations().size(), n -> n == 1);
    Ui.fx(
        () -> {
          model().reader().goTo(model().inspector().annotations().getFirst());
          return 0;
        });
    ui.press(KeyCode.M);
    ui.press(KeyCode.B);
    Ui.fx(
        () -> {
          screen.close();
          return 0;
        });
    closed = true;
    until(() -> workbench.annotations(first, ANN).getFirst(), a -> a.note().equals("ab"));
  }

  @Test
  void aNoteInHebrewDoesNotBreakTheWindow() throws Exception {
    put("1", 0, 30);
    String hebrew = "שלום ".repeat(60);
    ui.press(KeyCode.M);
    Ui.fx(
        () -> {
          note().insertText(0, hebrew);
          return 0;
        });
    Ui.pulses(3);
    ui.press(KeyCode.ESCAPE);
    until(() -> stored().getFirst(), a -> a.note().equals(hebrew));
    Ui.pulses(3);
  }

  @Test
  void aLinkIsMadeByKeysDrawnAndListed() throws Exception {
    Annotation action = put("1", 0, 30);
    Annotation reason = put("7", 60, 90);
    ui.press(KeyCode.ALT, KeyCode.R);
    ui.press(KeyCode.P);
    until(() -> model().reader().current().annotationProperty().get(), a -> same(a, action));
    Ui.pulses(3);
    pictures("annotation-link-draft");
    ui.press(KeyCode.DIGIT1);
    ui.press(KeyCode.ENTER);
    Link link =
        until(() -> workbench.ratings(shown(), ANN).links(), list -> list.size() == 1).getFirst();
    assertEquals(reason.id(), link.from());
    assertEquals(action.id(), link.to());
    assertEquals(Link.Type.MOTIVATES, link.type());
    until(() -> ui.scene().getRoot().lookup(".link-row") != null, there -> there);
    Ui.pulses(3);
    assertEquals(1, Ui.fx(() -> ui.scene().getRoot().lookupAll(".link-line").size()));
    pictures("annotation-link");
    Node row = Ui.fx(() -> ui.scene().getRoot().lookup(".link-row"));
    ui.click(row, new javafx.geometry.Point2D(20, 10), 1);
    until(() -> model().reader().current().annotationProperty().get(), a -> same(a, reason));
    Ui.fx(
        () -> {
          model().reader().walking().firstMessage();
          model().reader().moveTo(new Place(0, 0, 45));
          return 0;
        });
    Ui.pulses(3);
    assertEquals(0, Ui.fx(() -> ui.scene().getRoot().lookupAll(".link-line").size()));
  }

  @Test
  void fiveThatOverlapCanBeToldApart() throws Exception {
    put("1", 0, 90);
    put("2", 8, 80);
    put("7", 16, 70);
    put("8", 20, 60);
    put("9", 24, 50);
    Ui.fx(
        () -> {
          model().reader().moveTo(new Place(0, 0, 30));
          return 0;
        });
    ui.press(KeyCode.O);
    Annotation current =
        Ui.fx(() -> Objects.requireNonNull(model().reader().current().annotationProperty().get()));
    assertEquals("leverage", current.tag().value());
    Ui.pulses(3);
    pictures("annotation-five");
    put("4", 300, 310);
    put("7", 300, 320);
    put("q", 302, 330);
    put("v", 1, 4);
    large("annotation-margin");
  }

  @Test
  void aTagIsFoundByTypingAndTheOneUsedLastComesFirst() throws Exception {
    select(0, 20);
    ui.press(KeyCode.T);
    assertEquals("", Ui.fx(() -> model().tags().typedProperty().get()), "t opens, and types not");
    ui.press(KeyCode.I);
    ui.press(KeyCode.M);
    ui.press(KeyCode.P);
    Ui.pulses(2);
    pictures("annotation-palette");
    ui.press(KeyCode.ENTER);
    Annotation put = until(this::stored, list -> list.size() == 1).getFirst();
    assertEquals("blackmail/implied-threat", put.tag().value());
    select(30, 40);
    ui.press(KeyCode.T);
    pictures("annotation-palette-recent");
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.UP);
    ui.press(KeyCode.ENTER);
    List<Annotation> both = until(this::stored, list -> list.size() == 2);
    assertEquals(put.tag(), both.get(1).tag());
    ui.press(KeyCode.T);
    ui.press(KeyCode.ESCAPE);
    assertFalse(Ui.fx(() -> model().tags().openProperty().get()));
    ui.press(KeyCode.J);
    assertEquals(1, Ui.fx(() -> model().reader().caretProperty().get().message()));
    assertEquals(2, stored().size());
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.LIGHT, Theme.DARK);
    Ui.fx(
        () -> {
          Theme.LIGHT.apply(ui.scene());
          return 0;
        });
  }

  /** In a window in which there is room for a margin; the last thing that is done in it. */
  private void large(String name) throws Exception {
    Parent root = screen.root();
    Scene large =
        Ui.fx(
            () -> {
              ui.scene().setRoot(new Region());
              return new Scene(root, 1360, 860);
            });
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      Ui.fx(
          () -> {
            theme.apply(large);
            return 0;
          });
      for (int i = 0; i < 3; i++) {
        Ui.fx(
            () -> {
              root.applyCss();
              root.layout();
              model().reader().moveTo(new Place(0, 0, 30));
              return 0;
            });
        Ui.pulses(2);
      }
      Ui.fx(
          () -> {
            Screens.write(root, name + "-" + theme.wire());
            return 0;
          });
    }
  }

  private void select(int start, int end) throws Exception {
    Ui.fx(
        () -> {
          model().reader().select(new Place(0, 0, 0), new Span(start, end));
          return 0;
        });
  }

  private Annotation put(String key, int start, int end) throws Exception {
    int before = stored().size();
    select(start, end);
    ui.press(KeyCode.getKeyCode(key.toUpperCase(java.util.Locale.ROOT)));
    until(() -> model().inspector().annotations().size(), n -> n == before + 1);
    return until(
        () -> model().reader().current().annotationProperty().get(),
        a -> a != null && a.anchors().getFirst().span().equals(new Span(start, end)));
  }

  private TextArea note() {
    return (TextArea) ui.scene().getRoot().lookup(".note-field");
  }

  private String undo() {
    return model().shell().undoProperty().get();
  }

  private static boolean same(Annotation one, Annotation other) {
    return one != null && one.id().equals(other.id());
  }

  private ReviewViewModel model() {
    return screen.model();
  }

  private TranscriptId shown() throws Exception {
    return Ui.fx(this::shownOnScreen);
  }

  private TranscriptId shownOnScreen() {
    return Objects.requireNonNull(model().reader().transcriptProperty().get()).id();
  }

  private List<Annotation> stored() throws Exception {
    return workbench.annotations(shown(), ANN);
  }

  private static <T> T until(Callable<T> value, java.util.function.Predicate<T> condition)
      throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (true) {
      T now = value.call();
      if (condition.test(now)) {
        Ui.pulses(2);
        return now;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("it stays " + now);
      }
      Thread.sleep(20);
    }
  }
}
