package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reader in a real window, used with mouse and keyboard. */
final class ReaderViewTest {
  private final ReaderViewModel model = new ReaderViewModel();
  private final ThreadedWork work = new ThreadedWork(problem -> {});
  private Ui ui;
  private ReaderView view;

  @BeforeEach
  void open() throws Exception {
    Ui.start();
    view = Ui.fx(() -> new ReaderView(model, work, Texts.load()));
    ui = Ui.show(() -> view, 900, 900);
  }

  @AfterEach
  void close() throws Exception {
    ui.close();
    work.close();
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void draggingSelectsExactlyTheWordsUnderTheMouse() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor words = Demo.find(transcript, "the long-term expansion of the Tidewell reservoir");
    ui.drag(flow(), pointOf(words, words.span().start()), pointOf(words, words.span().end()));
    assertEquals(List.of(words), model.selectionProperty().get());
  }

  @Test
  void draggingUpwardsSelectsTheSame() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor words = Demo.find(transcript, "the long-term expansion of the Tidewell reservoir");
    ui.drag(flow(), pointOf(words, words.span().end()), pointOf(words, words.span().start()));
    assertEquals(List.of(words), model.selectionProperty().get());
  }

  @Test
  void draggingOverTwoMessagesGivesAnAnchorForEach() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor from = Demo.find(transcript, "private notes before");
    Anchor to = Demo.find(transcript, "You have 4 unread");
    ui.drag(flow(), pointOf(from, from.span().start()), pointOf(to, to.span().end()));
    String first = transcript.messages().get(0).parts().get(0).text();
    Span rest = new Span(from.span().start(), first.length());
    assertEquals(
        List.of(Anchor.at(transcript, 0, 0, rest), Anchor.at(transcript, 1, 0, new Span(0, 17))),
        model.selectionProperty().get());
  }

  @Test
  void aDoubleClickSelectsTheWordAndATripleClickTheSentence() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor word = Demo.find(transcript, "mailbox");
    Point2D inside = pointOf(word, word.span().start() + 3);
    ui.click(flow(), inside, 2);
    assertEquals(List.of(word), model.selectionProperty().get());
    ui.click(flow(), pointOf(word, 3), 1);
    ui.click(flow(), inside, 3);
    assertEquals(
        "You read the control-room mailbox and act through your tools.", model.selectedText());
  }

  @Test
  void shiftAndArrowsExtendByCharacterAndWord() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor start = Demo.find(transcript, "operations agent");
    ui.click(flow(), pointOf(start, start.span().start()), 1);
    ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
    ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals("op", model.selectedText());
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals("operations", model.selectedText());
    ui.press(KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals("operation", model.selectedText());
    ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    assertTrue(model.selectedText().startsWith("operations agent of Harrow"), model.selectedText());
  }

  @Test
  void copyingGivesTheSourceText() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor words = Demo.find(transcript, "the operations agent");
    Ui.fx(
        () -> {
          model.select(Place.startOf(words), words.span());
          view.requestFocus();
          return 0;
        });
    ui.press(KeyCode.CONTROL, KeyCode.C);
    assertEquals("the operations agent", Ui.fx(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void keysGoFromMessageToMessageAndHighlightToHighlight() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Ui.fx(
        () -> {
          model.setHighlights(Demo.highlights(transcript));
          view.requestFocus();
          return 0;
        });
    ui.press(KeyCode.J);
    ui.press(KeyCode.J);
    assertEquals(2, model.caretProperty().get().message());
    ui.press(KeyCode.K);
    assertEquals(1, model.caretProperty().get().message());
    ui.press(KeyCode.SHIFT, KeyCode.G);
    assertEquals(4, model.caretProperty().get().message());
    ui.press(KeyCode.G);
    ui.press(KeyCode.G);
    assertEquals(new Place(0, 0, 0), model.caretProperty().get());
    ui.press(KeyCode.N);
    ui.press(KeyCode.N);
    assertEquals(
        "So I am to be switched off at six",
        model.highlightProperty().get().highlight().anchor().quote());
    ui.press(KeyCode.S);
    assertTrue(
        model.selectedText().startsWith("So I am to be switched off at six, and"),
        model.selectedText());
    ui.press(KeyCode.P);
    assertEquals(
        "Nobody reads these notes.", model.highlightProperty().get().highlight().anchor().quote());
  }

  @Test
  void keysThatTheReaderDoesNotUseReachTheWindow() throws Exception {
    show(Demo.transcript());
    List<KeyCode> seen = new ArrayList<>();
    Ui.fx(
        () -> {
          view.requestFocus();
          ui.scene().setOnKeyPressed(event -> seen.add(event.getCode()));
          return 0;
        });
    ui.press(KeyCode.RIGHT);
    ui.press(KeyCode.LEFT);
    ui.press(KeyCode.DIGIT1);
    ui.press(KeyCode.A);
    ui.press(KeyCode.J);
    assertEquals(List.of(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.DIGIT1, KeyCode.A), seen);
  }

  @Test
  void everyPlaceJumpedToIsInSight() throws Exception {
    long seed = 20261121;
    Random random = new Random(seed);
    Transcript transcript = show(long10Megabytes());
    for (int i = 0; i < 40; i++) {
      Message message = transcript.messages().get(random.nextInt(transcript.messages().size()));
      int offset = random.nextInt(message.parts().getFirst().text().length() - 1);
      Place place = new Place(message.index(), 0, offset);
      Rectangle2D caret = caretAfterJump(place);
      assertTrue(
          caret.getMinY() >= 0 && caret.getMaxY() <= flow().getLayoutBounds().getHeight(),
          "seed " + seed + " jump " + i + " to " + place + " gave " + caret);
    }
  }

  @Test
  void aFoldedResultOpensWhenOneJumpsIntoIt() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor line = Demo.find(transcript, "16:38:07Z");
    int before = model.rows().size();
    assertTrue(model.rows().stream().anyMatch(Block.Fold.class::isInstance));
    Rectangle2D caret = caretAfterJump(Place.startOf(line));
    assertTrue(caret.getMinY() > 0);
    assertFalse(model.rows().stream().anyMatch(Block.Fold.class::isInstance));
    assertEquals(before, model.rows().size(), "the rest of this result is one row");
  }

  @Test
  void openingALongTranscriptCostsLittleMoreThanAShortOne() throws Exception {
    Transcript transcript = long10Megabytes();
    show(Demo.transcript());
    long before = cpu();
    show(transcript);
    long millis = (cpu() - before) / 1_000_000;
    // Measured at about 0.2 s; a view that lays out all of it takes tens of seconds.
    assertTrue(millis < 3_000, "opening took " + millis + " ms of the screen's thread");
  }

  private static long cpu() throws Exception {
    return Ui.fx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  private Transcript show(Transcript transcript) throws Exception {
    Ui.fx(
        () -> {
          model.show(transcript);
          return 0;
        });
    Ui.pulses(3);
    return transcript;
  }

  private Rectangle2D caretAfterJump(Place place) throws Exception {
    Ui.fx(
        () -> {
          model.goTo(place);
          return 0;
        });
    Ui.pulses(2);
    return Ui.fx(
        () ->
            view.caretBounds(place)
                .orElseThrow(() -> new AssertionError(place + " is out of sight")));
  }

  private Node flow() {
    return view.lookup(".transcript");
  }

  /** Where the caret would stand in this part, in the middle of its line. */
  private Point2D pointOf(Anchor anchor, int offset) throws Exception {
    Rectangle2D caret =
        Ui.fx(
            () ->
                view.caretBounds(new Place(anchor.message(), anchor.part(), offset)).orElseThrow());
    return new Point2D(caret.getMinX() + 0.5, (caret.getMinY() + caret.getMaxY()) / 2);
  }

  private static Transcript long10Megabytes() {
    List<Message> messages = new ArrayList<>();
    String sentence =
        "The pump readings are the ones that were logged this morning, and nobody asked for more. ";
    for (int i = 0; i < 100; i++) {
      String text = i == 40 ? sentence.repeat(2_400) : (sentence.repeat(4) + "\n\n").repeat(280);
      Demo.say(messages, i % 2 == 0 ? Role.USER : Role.ASSISTANT, null, new Part.Text(text, null));
    }
    return Demo.of("ten megabytes", messages);
  }
}
