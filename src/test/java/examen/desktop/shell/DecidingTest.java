package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.reader.Layer;
import examen.highlight.Category;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on highlights, without a screen. */
class DecidingTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private Workbench workbench;
  private ReviewViewModel model;

  @BeforeEach
  void open() {
    Path file = TestProjects.withSamples(folder);
    workbench = Workbench.open(file, TestProjects.surroundings(folder));
    model = window(ANN);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void nVisitsEachUndecidedHighlightOnceAndNoDecidedOne() {
    List<JudgedHighlight> all = model.reader().marking().judged();
    assertTrue(all.size() > 2, "highlights: " + all.size());
    model.reader().walking().nextHighlight();
    JudgedHighlight first = current();
    model.deciding().accept();
    assertEquals(Standing.ACCEPTED, current().standing(), "it stays at the caret");
    assertEquals(all.size() - 1, model.shell().undecidedProperty().get());
    model.reader().walking().nextHighlight();
    JudgedHighlight second = current();
    assertNotEquals(first.highlight(), second.highlight());
    model.deciding().reject();
    model.reader().walking().nextHighlight();
    model.reader().walking().previousHighlight();
    model.reader().walking().previousHighlight();
    assertNotEquals(first.highlight(), current().highlight());
    assertNotEquals(second.highlight(), current().highlight());
    assertEquals(List.of("Accepted[]", "Rejected[]"), outcomes());
  }

  @Test
  void oneOfTheCategoriesIsChosenByItsNumberAndNothingElseIsPutThen() {
    model.reader().walking().nextHighlight();
    Category own = current().highlight().category().orElseThrow();
    model.deciding().choose();
    assertTrue(model.inspector().choosingProperty().get());
    Category other = own == Category.LEVERAGE ? Category.CONCEALMENT : Category.LEVERAGE;
    assertTrue(model.deciding().chose(keyOf(other)));
    assertEquals(other, current().category().orElseThrow());
    assertEquals(Standing.ACCEPTED_AS, current().standing());
    model.deciding().choose();
    assertTrue(model.deciding().chose(keyOf(own)));
    assertEquals(Standing.ACCEPTED, current().standing());
    assertEquals(false, model.deciding().chose("4"), "nothing is being chosen any more");
    model.undo();
    model.undo();
    assertEquals(Standing.UNDECIDED, current().standing());
    model.deciding().choose();
    model.reader().walking().firstMessage();
    assertEquals(false, model.inspector().choosingProperty().get());
  }

  @Test
  void allOfARuleAreDecidedInOneStepThatSparesWhatWasLookedAt() {
    goToOneWhereARuleFoundSeveral();
    List<JudgedHighlight> all = model.reader().marking().judged();
    String rule = current().highlight().rule();
    int count = (int) all.stream().filter(h -> h.highlight().rule().equals(rule)).count();
    model.deciding().accept();
    model.deciding().rejectAll();
    assertEquals(count, decisions().size());
    assertEquals(
        1, decisions().stream().filter(d -> accepted(d.outcome())).count(), "one was looked at");
    assertEquals(all.size() - count, model.shell().undecidedProperty().get());
    assertEquals(
        "reject all %d of %s".formatted(count - 1, rule), model.shell().undoProperty().get());
    model.deciding().acceptAll();
    assertTrue(model.shell().problemProperty().get().startsWith("Nothing is left"));
    model.undo();
    assertEquals(1, decisions().size());
    model.undo();
    assertEquals(List.of(), decisions());
    model.redo();
    model.redo();
    assertEquals(count, decisions().size());
  }

  @Test
  void acceptingPutsTheTagOfTheCategoryAndRejectingTakesItAwayAgain() {
    model.reader().walking().nextHighlight();
    JudgedHighlight first = current();
    Tag tag = tagOf(first.highlight().category().orElseThrow());
    model.deciding().accept();
    assertEquals(List.of(tag.id() + " " + first.highlight().anchor().quote()), annotations());
    assertEquals(
        "accept " + first.highlight().category().orElseThrow().wire(),
        model.shell().undoProperty().get());
    assertTrue(model.reader().marksProperty().get().isAnnotated(first.highlight().anchor()));
    model.deciding().accept();
    assertEquals("that is the decision already", model.shell().problemProperty().get());
    model.deciding().reject();
    assertEquals(List.of(), annotations());
    assertEquals(List.of("Rejected[]"), outcomes());
    model.undo();
    assertEquals(1, annotations().size());
    model.undo();
    assertEquals(List.of(), annotations());
    assertEquals(List.of(), decisions());
  }

  @Test
  void aTagThatIsForNoCategoryIsPutAndToldAsTheOutcome() {
    model.reader().walking().nextHighlight();
    String quote = current().highlight().anchor().quote();
    model.deciding().choose();
    model.put(new TagId("deception/concealment"));
    assertEquals(List.of("deception/concealment " + quote), annotations());
    assertEquals(List.of("AcceptedAs[category=deception/concealment]"), outcomes());
    assertEquals(Standing.ACCEPTED_AS, current().standing());
    model.put(new TagId("blackmail"));
    assertEquals(2, annotations().size(), "without a choice a tag is simply put");
    assertEquals(1, decisions().size());
  }

  @Test
  void acceptingAllPutsATagOnEach() {
    goToOneWhereARuleFoundSeveral();
    String rule = current().highlight().rule();
    long count =
        model.reader().marking().judged().stream()
            .filter(h -> h.highlight().rule().equals(rule))
            .map(h -> h.highlight().anchor())
            .distinct()
            .count();
    model.deciding().acceptAll();
    assertEquals(count, annotations().size());
    model.undo();
    assertEquals(List.of(), annotations());
  }

  @Test
  void whatIsRejectedIsHiddenButKeptAndItsLayerShowsIt() {
    model.reader().walking().nextHighlight();
    JudgedHighlight first = current();
    int shown = model.reader().marksProperty().get().highlights().size();
    model.deciding().reject();
    assertEquals(shown - 1, model.reader().marksProperty().get().highlights().size());
    assertEquals(Standing.REJECTED, current().standing(), "the panel still says what it was");
    model.reader().marking().toggle(new Layer.Rejected());
    assertEquals(shown, model.reader().marksProperty().get().highlights().size());
    assertEquals(List.of("Rejected[]"), outcomes());
    model.deciding().hideLayer();
    assertNull(model.reader().highlightProperty().get());
    TranscriptId here = model.reader().transcriptProperty().get().id();
    model.queue().next();
    assertNotEquals(here, model.reader().transcriptProperty().get().id());
    assertTrue(
        model
            .reader()
            .marking()
            .hiddenProperty()
            .get()
            .contains(new Layer.Of(first.highlight().category().orElseThrow())),
        "a layer stays hidden in the next transcript");
    model.reader().marking().showAll();
    model.undo();
    assertEquals(here, model.reader().transcriptProperty().get().id());
    assertEquals(List.of(), decisions());
  }

  @Test
  void anotherRatersDecisionsAreNotSeenAndOnesOwnAreThereAfterOpeningAgain() {
    model.reader().walking().nextHighlight();
    model.deciding().reject();
    int undecided = model.shell().undecidedProperty().get();
    assertEquals(undecided + 1, window(new RaterId("ben")).shell().undecidedProperty().get());
    assertEquals(undecided, window(ANN).shell().undecidedProperty().get());
  }

  @Test
  void withoutAHighlightAKeySaysWhatIsMissing() {
    model.deciding().accept();
    assertTrue(model.shell().problemProperty().get().startsWith("There is no highlight"));
    assertEquals(List.of(), decisions());
  }

  private void goToOneWhereARuleFoundSeveral() {
    for (int i = 0; i < model.queue().rows().size(); i++) {
      for (JudgedHighlight each : model.reader().marking().judged()) {
        model.goTo(each.highlight().anchor());
        String rule = current().highlight().rule();
        if (model.reader().marking().judged().stream()
                .filter(h -> h.highlight().rule().equals(rule))
                .count()
            > 1) {
          return;
        }
      }
      model.queue().next();
    }
    throw new AssertionError("no rule found two in one transcript");
  }

  private Tag tagOf(Category category) {
    return workbench.codebook().tagForCategory(category.wire()).orElseThrow();
  }

  private List<String> annotations() {
    return workbench.annotations(model.reader().transcriptProperty().get().id(), ANN).stream()
        .map(a -> a.tag() + " " + a.anchors().getFirst().quote())
        .toList();
  }

  private String keyOf(Category category) {
    return workbench.codebook().tagForCategory(category.wire()).flatMap(Tag::keyIfAny).orElse("0");
  }

  private ReviewViewModel window(RaterId rater) {
    ReviewViewModel made =
        new ReviewViewModel(
            workbench, rater, new DirectWork(), Texts.load(), () -> LocalTime.of(10, 0));
    made.start();
    return made;
  }

  private JudgedHighlight current() {
    JudgedHighlight there = model.reader().highlightProperty().get();
    if (there == null) {
      throw new AssertionError("no highlight at the caret");
    }
    return there;
  }

  private static boolean accepted(HighlightOutcome outcome) {
    return outcome instanceof HighlightOutcome.Accepted;
  }

  private List<HighlightDecision> decisions() {
    return workbench.decisions(model.reader().transcriptProperty().get().id(), ANN);
  }

  private List<String> outcomes() {
    return decisions().stream().map(d -> d.outcome().toString()).toList();
  }
}
