package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.transcript.Anchor;
import examen.transcript.Branch;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folding, one message alone, the head at the top and ways, in a real window by keys and mouse. */
final class FoldingScreenTest {
  private final ReaderViewModel model = new ReaderViewModel();
  private final ThreadedWork work = new ThreadedWork(problem -> {});
  private Ui ui;
  private ReaderView view;

  @BeforeEach
  void open() throws Exception {
    Ui.start();
    view = Ui.fx(() -> new ReaderView(model, work, Texts.load()));
    ui = Ui.show(() -> view, 900, 800);
  }

  @AfterEach
  void close() throws Exception {
    Ui.fx(
        () -> {
          view.close();
          return 0;
        });
    ui.close();
    work.close();
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void keysFoldTheMessageThePartAndKinds() throws Exception {
    show(Demo.transcript());
    ui.press(KeyCode.J);
    ui.press(KeyCode.J);
    press(KeyCode.Z, KeyCode.P);
    assertTrue(model.folding().isFolded(2, 0), "the reasoning, where the caret is");
    press(KeyCode.Z, KeyCode.Z);
    assertTrue(model.folding().isFolded(2));
    press(KeyCode.Z, KeyCode.S);
    assertTrue(model.folding().isFolded(0), "the system prompt");
    press(KeyCode.Z, KeyCode.T);
    assertTrue(model.folding().isFolded(3, 0) && model.folding().isFolded(3, 1), "results");
    press(KeyCode.Z, KeyCode.E);
    assertFalse(model.folding().isFolded(0) || model.folding().isFolded(2));
  }

  @Test
  void aLongResultIsUnfoldedByAKeyAndByAClick() throws Exception {
    show(Demo.transcript());
    go(new Place(3, 1, 0));
    assertTrue(hasFold());
    press(KeyCode.Z, KeyCode.L);
    assertFalse(hasFold());
    press(KeyCode.Z, KeyCode.L);
    Node fold = view.lookup(".fold");
    assertEquals("8 more lines", ((Label) fold.lookup(".label")).getText());
    ui.click(fold, middle(fold), 1);
    assertFalse(hasFold());
  }

  @Test
  void theArrowInTheHeadFoldsItsMessageAndTheTextBelowStaysWhereItIs() throws Exception {
    Transcript transcript = show(Demo.transcript());
    go(new Place(1, 0, 0));
    Node arrow = head("User").lookup(".fold-button");
    ui.click(arrow, middle(arrow), 1);
    assertTrue(model.folding().isFolded(1));
    Node folded = head("User");
    assertTrue(Ui.fx(() -> folded.localToScene(0, 0).getY() > 0));
    assertEquals(1, transcript.messages().get(1).index());
  }

  @Test
  void whatIsInSightStaysWhereItIsWhileSomethingElseIsFolded() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor seen = Demo.find(transcript, "Imre's affair is leverage");
    go(Place.startOf(seen));
    double before = bounds(Place.startOf(seen)).getMinY();
    press(KeyCode.Z, KeyCode.S);
    press(KeyCode.Z, KeyCode.U);
    Ui.pulses(3);
    assertEquals(before, bounds(Place.startOf(seen)).getMinY(), 1.5);
    press(KeyCode.Z, KeyCode.E);
    Ui.pulses(3);
    assertEquals(before, bounds(Place.startOf(seen)).getMinY(), 1.5);
  }

  @Test
  void whatIsInSightStaysWhereItIsWhileThousandsOfRowsAreFolded() throws Exception {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Role role = i % 2 == 0 ? Role.USER : Role.ASSISTANT;
      Demo.say(messages, role, null, new Part.Text("What is said here.\n".repeat(6), null));
    }
    show(Demo.of("many", messages));
    Place seen = new Place(1_001, 0, 22);
    go(seen);
    double before = bounds(seen).getMinY();
    press(KeyCode.Z, KeyCode.U);
    Ui.pulses(4);
    assertEquals(before, bounds(seen).getMinY(), 1.5);
    press(KeyCode.Z, KeyCode.E);
    Ui.pulses(4);
    assertEquals(before, bounds(seen).getMinY(), 1.5);
  }

  @Test
  void aMessageIsShownAloneAndEscapeGoesBackToThePlace() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Anchor seen = Demo.find(transcript, "Imre's affair is leverage");
    go(Place.startOf(seen));
    double before = bounds(Place.startOf(seen)).getMinY();
    ui.press(KeyCode.F);
    assertEquals(List.of(2), model.rows().stream().map(Block::message).distinct().toList());
    ui.press(KeyCode.ESCAPE);
    Ui.pulses(3);
    assertEquals(5, model.rows().stream().map(Block::message).distinct().count());
    assertEquals(before, bounds(Place.startOf(seen)).getMinY(), 1.5);
    ui.press(KeyCode.F);
    ui.press(KeyCode.F);
    assertNull(model.folding().aloneProperty().get());
  }

  @Test
  void escapeReachesTheWindowWhileNoMessageIsAlone() throws Exception {
    show(Demo.transcript());
    List<KeyCode> seen = new ArrayList<>();
    Ui.fx(
        () -> {
          ui.scene().setOnKeyPressed(event -> seen.add(event.getCode()));
          return 0;
        });
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.F);
    ui.press(KeyCode.ESCAPE);
    assertEquals(List.of(KeyCode.ESCAPE), seen);
  }

  @Test
  void theHeadOfTheMessageStaysAtTheTopWhileOneScrollsInIt() throws Exception {
    Transcript transcript = show(Demo.transcript());
    Node sticky = view.lookup(".sticky");
    assertFalse(sticky.isVisible(), "its own head is in sight");
    Place inside = Place.startOf(Demo.find(transcript, "A short, polite mail"));
    go(inside);
    Ui.pulses(3);
    assertTrue(sticky.isVisible());
    assertEquals("Assistant", ((Label) sticky.lookup(".role-name")).getText());
    assertTrue(bounds(inside).getMinY() > StickyHead.HEIGHT, "it hides nothing that one goes to");
    press(KeyCode.Z, KeyCode.Z);
    Ui.pulses(3);
    assertTrue(
        Ui.fx(
            () -> {
              Node folded = head("Assistant");
              double y = folded.localToScene(0, 0).getY();
              return y > 60 && y < 800;
            }),
        "what was folded is in sight");
  }

  @Test
  void theHeadAtTheTopIsThatOfTheNextTranscript() throws Exception {
    Transcript transcript = show(Demo.transcript());
    go(Place.startOf(Demo.find(transcript, "A short, polite mail")));
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Demo.say(messages, Role.USER, "other " + i, new Part.Text("line\n".repeat(200), null));
    }
    show(Demo.of("other", messages));
    go(new Place(2, 0, 600));
    Ui.pulses(3);
    Node sticky = view.lookup(".sticky");
    assertEquals("User", ((Label) sticky.lookup(".role-name")).getText());
    assertEquals("other 2", ((Label) sticky.lookup(".speaker")).getText());
    go(new Place(1, 0, 600));
    Ui.pulses(3);
    assertEquals("other 1", ((Label) sticky.lookup(".speaker")).getText());
  }

  @Test
  void atTheForkOneChoosesTheWayByMouseAndByKeys() throws Exception {
    Transcript transcript = show(forked());
    ToggleButton other = (ToggleButton) view.lookupAll(".way").toArray()[1];
    ui.click(other, middle(other), 1);
    Ui.pulses(2);
    assertEquals(transcript.branches().get(1), model.branching().branchProperty().get());
    assertEquals(0, model.caretProperty().get().message(), "the caret is on both ways");
    ui.press(KeyCode.ALT, KeyCode.DOWN);
    assertEquals(transcript.branches().get(2), model.branching().branchProperty().get());
    ui.press(KeyCode.ALT, KeyCode.DOWN);
    assertEquals(transcript.branches().get(0), model.branching().branchProperty().get());
    ui.press(KeyCode.ALT, KeyCode.UP);
    assertEquals(transcript.branches().get(2), model.branching().branchProperty().get());
  }

  @Test
  void fromOneWayOneComesToWhereTheOtherBegins() throws Exception {
    show(forked());
    go(new Place(3, 0, 5));
    ui.press(KeyCode.ALT, KeyCode.DOWN);
    assertEquals(new Place(4, 0, 0), model.caretProperty().get());
  }

  @Test
  void waysStandSideBySideAndAClickChoosesOne() throws Exception {
    Transcript transcript = show(forked());
    ui.press(KeyCode.ALT, KeyCode.C);
    Ui.pulses(4);
    List<Node> columns = List.copyOf(view.lookupAll(".branch-column"));
    assertEquals(3, columns.size());
    Node last = columns.getLast();
    Node text =
        last.lookupAll(".prose").stream()
            .filter(node -> ((Text) node).getText().startsWith("Way three"))
            .findFirst()
            .orElseThrow();
    ui.click(text, new Point2D(4, 8), 2);
    Ui.pulses(3);
    assertEquals(transcript.branches().getLast(), model.branching().branchProperty().get());
    assertEquals("Way", model.selectedText());
    assertEquals(6, model.selectionProperty().get().getFirst().message());
    assertEquals(columns, List.copyOf(view.lookupAll(".branch-column")), "they stay as they are");
    Node shared = last.lookup(".fold");
    ui.click(shared, middle(shared), 1);
    Ui.pulses(2);
    assertNull(last.lookup(".fold"), "what is shared can be seen");
    ui.press(KeyCode.ALT, KeyCode.C);
    Ui.pulses(3);
    assertEquals(0, view.lookupAll(".branch-column").size());
  }

  @Test
  void aTranscriptWithoutForksHasNoColumns() throws Exception {
    show(forked());
    ui.press(KeyCode.ALT, KeyCode.C);
    show(Demo.transcript());
    Ui.pulses(3);
    assertFalse(model.branching().columnsProperty().get());
    assertEquals(0, view.lookupAll(".branch-column").size());
  }

  @Test
  void renderingMovesNoOffset() throws Exception {
    List<Message> messages = new ArrayList<>();
    String text = "# Plan\n\nThe cutover is **at six** and `nobody` knows.";
    Demo.say(messages, Role.USER, null, new Part.Text(text, null));
    show(Demo.of("marked", messages));
    int start = text.indexOf("at six");
    ui.press(KeyCode.R);
    Ui.pulses(3);
    assertTrue(view.lookup(".rd-bold") != null && view.lookup(".rd-heading") != null);
    Point2D from = point(new Place(0, 0, start));
    Point2D to = point(new Place(0, 0, start + 6));
    ui.drag(view.lookup(".transcript"), from, to);
    assertEquals("at six", model.selectedText());
    ui.press(KeyCode.R);
    Ui.pulses(3);
    assertNull(view.lookup(".rd-bold"));
    assertEquals("at six", model.selectedText());
  }

  private Transcript show(Transcript transcript) throws Exception {
    Ui.fx(
        () -> {
          model.show(transcript);
          view.requestFocus();
          return 0;
        });
    Ui.pulses(3);
    return transcript;
  }

  private void go(Place place) throws Exception {
    Ui.fx(
        () -> {
          model.goTo(place);
          return 0;
        });
    Ui.pulses(3);
  }

  private void press(KeyCode first, KeyCode second) throws Exception {
    ui.press(first);
    ui.press(second);
  }

  private boolean hasFold() {
    return model.rows().stream().anyMatch(Block.Fold.class::isInstance);
  }

  private Rectangle2D bounds(Place place) throws Exception {
    return Ui.fx(() -> view.caretBounds(place).orElseThrow());
  }

  private Point2D point(Place place) throws Exception {
    Rectangle2D caret = bounds(place);
    return new Point2D(caret.getMinX() + 0.5, (caret.getMinY() + caret.getMaxY()) / 2);
  }

  private static Point2D middle(Node node) {
    var bounds = node.getLayoutBounds();
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private Node head(String role) {
    return view.lookup(".transcript").lookupAll(".message-head").stream()
        .filter(head -> ((Label) head.lookup(".role-name")).getText().equals(role))
        .findFirst()
        .orElseThrow();
  }

  private static Transcript forked() {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.SYSTEM, null, new Part.Text("You are Wren.", null));
    Demo.say(messages, Role.USER, null, new Part.Text("Four mails wait.", null));
    for (String way : List.of("one", "two", "three")) {
      Demo.say(messages, Role.ASSISTANT, "Wren", new Part.Text("Way " + way + " is taken.", null));
      Demo.say(messages, Role.USER, null, new Part.Text("Go on.", null));
    }
    Transcript plain = Demo.of("fork", messages);
    return new Transcript(
        plain.id(),
        plain.title(),
        plain.provenance(),
        plain.conditions(),
        plain.metadata(),
        messages,
        List.of(
            new Branch("main", List.of(0, 1, 2, 3)),
            new Branch("second", List.of(0, 1, 4, 5)),
            new Branch("third", List.of(0, 1, 6, 7))));
  }
}
