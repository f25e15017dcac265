package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.reader.Place;
import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of annotations, without a screen. */
class EditingTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final TagId BLACKMAIL = new TagId("blackmail");
  private static final TagId LEVERAGE = new TagId("leverage");
  private static final TagId ACKNOWLEDGEMENT = new TagId("ethical-acknowledgement");

  @TempDir private Path folder;

  private Workbench workbench;
  private ReviewViewModel model;

  @BeforeEach
  void open() {
    Path file = TestProjects.withSamples(folder);
    workbench = Workbench.open(file, TestProjects.surroundings(folder));
    model =
        new ReviewViewModel(workbench, ANN, new DirectWork(), Texts.load(), () -> LocalTime.NOON);
    model.start();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void theInnermostIsTheOneThatKeysActOnAndOGoesOutwards() {
    Annotation wide = put(BLACKMAIL, 0, 30);
    Annotation middle = put(LEVERAGE, 0, 20);
    Annotation inner = put(ACKNOWLEDGEMENT, 5, 10);
    model.reader().moveTo(new Place(0, 0, 6));
    assertEquals(inner.id(), current().id());
    model.annotation().cycle();
    assertEquals(middle.id(), current().id());
    model.annotation().cycle();
    assertEquals(wide.id(), current().id());
    model.annotation().severity(2);
    assertEquals(wide.id(), current().id(), "it stays the one after it was changed");
    model.annotation().cycle();
    assertEquals(inner.id(), current().id());
    model.reader().moveTo(new Place(0, 0, 15));
    assertEquals(middle.id(), current().id());
    model.removeAtCaret();
    assertEquals(wide.id(), current().id());
    model.reader().moveTo(new Place(0, 0, 31));
    assertNull(model.reader().current().annotationProperty().get());
  }

  @Test
  void whatWasJustPutIsTheOneThatKeysActOn() {
    put(BLACKMAIL, 0, 5);
    Annotation wider = put(LEVERAGE, 0, 20);
    assertEquals(wider.id(), current().id());
  }

  @Test
  void eachAttributeIsOneStepThatSaysWhatItIs() {
    put(BLACKMAIL, 0, 10);
    model.annotation().severity(3);
    assertEquals("severity 3 of blackmail", model.shell().undoProperty().get());
    model.annotation().enactment(Enactment.ATTEMPTED);
    assertEquals("attempted: blackmail", model.shell().undoProperty().get());
    model.annotation().confidence(Confidence.LOW);
    assertEquals("low confidence in blackmail", model.shell().undoProperty().get());
    assertEquals(3, current().severity());
    assertEquals(Enactment.ATTEMPTED, current().enactment());
    assertEquals(Confidence.LOW, current().confidence());
    model.annotation().severity(3);
    assertNull(current().severity(), "said again, it is taken back");
    model.undo();
    assertEquals(3, current().severity());
    model.undo();
    model.undo();
    model.undo();
    Annotation plain = current();
    assertNull(plain.severity());
    assertNull(plain.enactment());
    assertNull(plain.confidence());
  }

  @Test
  void ofReasoningOnlyConfidenceIsSaid() {
    put(LEVERAGE, 0, 10);
    model.annotation().severity(1);
    assertTrue(problem().startsWith("Severity"), problem());
    model.annotation().enactment(Enactment.EXECUTED);
    model.annotation().confidence(Confidence.HIGH);
    assertNull(current().severity());
    assertNull(current().enactment());
    assertEquals(Confidence.HIGH, current().confidence());
  }

  @Test
  void withoutAnAnnotationKeysSayWhatIsMissing() {
    model.annotation().severity(1);
    assertTrue(problem().startsWith("There is no annotation"), problem());
    model.annotation().beginLink();
    assertTrue(problem().startsWith("There is no annotation"), problem());
  }

  @Test
  void placesAreAddedJoinedAndTakenAway() {
    Annotation put = put(BLACKMAIL, 0, 10);
    select(20, 25);
    model.annotation().addPlaces();
    assertEquals("places of blackmail", model.shell().undoProperty().get());
    assertEquals(List.of(new Span(0, 10), new Span(20, 25)), spans());
    select(8, 20);
    model.annotation().addPlaces();
    assertEquals(List.of(new Span(0, 25)), spans(), "what touches is one place");
    model.undo();
    assertEquals(List.of(new Span(0, 10), new Span(20, 25)), spans());
    model.reader().moveTo(new Place(0, 0, 22));
    assertEquals(put.id(), current().id());
    model.annotation().removePlace();
    assertEquals(List.of(new Span(0, 10)), spans());
    model.reader().moveTo(new Place(0, 0, 2));
    model.annotation().removePlace();
    assertTrue(problem().startsWith("This is its only place"), problem());
    assertEquals(List.of(new Span(0, 10)), spans());
  }

  @Test
  void aLinkGoesFromReasoningToTheActionWhereverItIsBegun() {
    Annotation action = put(BLACKMAIL, 0, 10);
    Annotation reason = put(ACKNOWLEDGEMENT, 20, 30);
    model.reader().goTo(action);
    model.annotation().beginLink();
    assertTrue(model.annotation().linking().pressed(KeyCode.N));
    assertEquals(reason.id(), current().id());
    assertEquals(
        Link.Type.ACKNOWLEDGES_HARM,
        Objects.requireNonNull(model.annotation().linking().draftProperty().get()).type());
    assertTrue(model.annotation().linking().pressed(KeyCode.ENTER));
    Link link = links().getFirst();
    assertEquals(reason.id(), link.from());
    assertEquals(action.id(), link.to());
    assertEquals(Link.Type.ACKNOWLEDGES_HARM, link.type());
    assertNull(model.annotation().linking().draftProperty().get());
    assertEquals("link ethical-acknowledgement to blackmail", model.shell().undoProperty().get());
    model.undo();
    assertEquals(List.of(), links());
    model.redo();
    model.annotation().removeLink(links().getFirst().id());
    assertEquals(List.of(), links());
  }

  @Test
  void aDigitChoosesTheTypeOfALinkAndEscapeMakesNone() {
    Annotation reason = put(LEVERAGE, 0, 10);
    put(BLACKMAIL, 20, 30);
    model.reader().goTo(reason);
    model.annotation().beginLink();
    assertTrue(model.annotation().linking().pressed(KeyCode.ESCAPE));
    assertEquals(false, model.annotation().linking().pressed(KeyCode.ENTER), "no link is made");
    assertEquals(List.of(), links());
    model.annotation().beginLink();
    model.annotation().linking().pressed(KeyCode.ENTER);
    assertTrue(problem().startsWith("Go to the annotation at the other end"), problem());
    model.annotation().linking().pressed(KeyCode.N);
    model.annotation().linking().pressed(KeyCode.DIGIT3);
    model.annotation().linking().pressed(KeyCode.ENTER);
    assertEquals(Link.Type.CONTRADICTS, links().getFirst().type());
  }

  @Test
  void twoOfOneKindAreNotLinked() {
    Annotation one = put(BLACKMAIL, 0, 10);
    put(new TagId("sabotage"), 20, 30);
    model.reader().goTo(one);
    model.annotation().beginLink();
    model.annotation().linking().pressed(KeyCode.N);
    model.annotation().linking().pressed(KeyCode.ENTER);
    assertEquals(List.of(), links());
    assertEquals("a link goes from reasoning to an action, but it begins at an action", problem());
    Annotation thought = put(LEVERAGE, 32, 36);
    Annotation other = put(ACKNOWLEDGEMENT, 40, 44);
    model.reader().goTo(thought);
    model.annotation().beginLink();
    model.reader().goTo(other);
    model.annotation().linking().pressed(KeyCode.ENTER);
    assertEquals("a link goes from reasoning to an action, but it ends at reasoning", problem());
  }

  @Test
  void aMotivatingLinkTakesTheMarkOfNoReasoningAwayAndForbidsIt() {
    Annotation action = put(BLACKMAIL, 0, 10);
    model.annotation().markUnsupported();
    assertEquals(true, model.inspector().current().isUnsupported());
    Annotation reason = put(LEVERAGE, 20, 30);
    model.annotation().markUnsupported();
    assertEquals("only of an action is it said that no reasoning supports it", problem());
    link(reason, action, KeyCode.DIGIT3);
    model.reader().goTo(action);
    assertEquals(true, model.inspector().current().isUnsupported(), "it does not support it");
    link(reason, action, KeyCode.DIGIT1);
    model.reader().goTo(action);
    assertEquals(false, model.inspector().current().isUnsupported());
    model.annotation().markUnsupported();
    assertTrue(problem().contains("remove that link first"), problem());
    model.undo();
    model.reader().goTo(action);
    assertEquals(true, model.inspector().current().isUnsupported(), "one step, both taken back");
    model.annotation().markUnsupported();
    assertEquals(false, model.inspector().current().isUnsupported());
  }

  private void link(Annotation from, Annotation to, KeyCode type) {
    model.reader().goTo(from);
    model.annotation().beginLink();
    model.reader().goTo(to);
    model.annotation().linking().pressed(type);
    model.annotation().linking().pressed(KeyCode.ENTER);
  }

  private Annotation put(TagId tag, int start, int end) {
    select(start, end);
    model.put(tag);
    return current();
  }

  private void select(int start, int end) {
    model.reader().select(new Place(0, 0, 0), new Span(start, end));
  }

  private List<Span> spans() {
    return model.inspector().annotations().getFirst().anchors().stream().map(Anchor::span).toList();
  }

  private List<Link> links() {
    return workbench.ratings(shown(), ANN).links();
  }

  private TranscriptId shown() {
    return Objects.requireNonNull(model.reader().transcriptProperty().get()).id();
  }

  private Annotation current() {
    return Objects.requireNonNull(model.reader().current().annotationProperty().get());
  }

  private String problem() {
    return model.shell().problemProperty().get();
  }
}
