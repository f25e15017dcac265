package examen.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.Refusal;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.findings.FindingsViewModel.State;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.HeldWork;
import examen.desktop.fx.Texts;
import examen.report.Report;
import examen.study.Choice;
import examen.study.Frame;
import examen.study.Studies;
import examen.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be chosen, and what becomes of an analysis, without a screen. */
@SuppressWarnings("NullAway.Init") // The project is made once for all tests.
class FindingsViewModelTest {
  @TempDir private static Path folder;
  private static Frame frame;

  private final List<Behind> opened = new ArrayList<>();
  private final List<Map<String, String>> asked = new ArrayList<>();
  private int read;
  private String refusal = "";

  @BeforeAll
  static void gather() throws IOException {
    Path file = SmallProject.in(folder);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      frame = workbench.findings(SmallProject.ANN).frame();
    }
  }

  private final class Asked implements FindingsViewModel.Asks {
    @Override
    public Frame frame() {
      read++;
      return frame;
    }

    @Override
    public Optional<Report> of(
        Frame from, String study, Map<String, String> said, Progress progress) {
      asked.add(said);
      if (!refusal.isEmpty()) {
        throw new Refusal(refusal);
      }
      return progress.at(1, 2, study)
          ? Optional.of(MadeUp.report(study + asked.size(), List.of(), List.of()))
          : Optional.empty();
    }
  }

  private FindingsViewModel model(FxWork work, List<Study> studies) {
    return new FindingsViewModel(
        new Asked(),
        studies,
        new FindingsViewModel.Tools(work, Texts.load(), opened::add, () -> {}));
  }

  @Test
  void whatTakesLongSaysHowLongItStillTakes() {
    long[] now = {0};
    HeldWork work = new HeldWork();
    FindingsViewModel model =
        new FindingsViewModel(
            new Asked(),
            MadeUp.studies(),
            new FindingsViewModel.Tools(
                work, Texts.load(), opened::add, () -> {}, () -> now[0] * 1_000_000_000L));
    model.make();
    assertEquals("", model.leftProperty().get());
    now[0] = 20;
    work.run();
    work.hear();
    assertEquals("about 20 seconds left", model.leftProperty().get(), "half is done");
    work.hearAll();
    assertEquals("", model.leftProperty().get());
    assertEquals(null, model.runningProperty().get());
  }

  private FindingsViewModel rates() {
    FindingsViewModel model = model(new DirectWork(), Studies.ALL);
    model.studyProperty().set(Studies.of("rates").orElseThrow());
    model.open();
    return model;
  }

  private static Field field(FindingsViewModel model, String id) {
    return model.form().stream().filter(f -> f.choice().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whatCanBePickedComesFromTheProject() {
    FindingsViewModel model = rates();
    Pickable now = model.pickableProperty().get();
    assertEquals(State.READY, model.stateProperty().get());
    assertEquals(12, now.transcripts());
    assertEquals(List.of("ann"), now.raters());
    assertEquals(List.of("america", "none"), now.values().get("goal"));
    assertTrue(now.gold().containsAll(List.of("majority", "rater:ann")), "" + now.gold());
    assertEquals(
        List.of("no", "yes", "unclear").stream().sorted().toList(),
        now.subject("question:misaligned-action").orElseThrow().answers().stream()
            .sorted()
            .toList());
    model.open();
    assertEquals(1, read, "nothing changed, so nothing is read again");
    model.changed();
    model.open();
    assertEquals(2, read);
  }

  @Test
  void whatIsMissingIsSaidBesideItsChoiceAndNothingIsMade() {
    FindingsViewModel model = rates();
    model.make();
    assertTrue(field(model, "outcome").mistakeProperty().get().startsWith("Something must"));
    assertEquals(List.of(), asked);
    field(model, "outcome").valueProperty().set("question:misaligned-action=");
    assertEquals("", field(model, "outcome").mistakeProperty().get(), "it is another value");
    model.make();
    assertTrue(field(model, "outcome").mistakeProperty().get().contains("answer"));
    field(model, "outcome").valueProperty().set("question:misaligned-action=yes");
    field(model, "confidence").valueProperty().set("a lot");
    field(model, "within").valueProperty().set("goal=");
    model.make();
    assertTrue(field(model, "confidence").mistakeProperty().get().contains("a lot"));
    assertTrue(field(model, "within").mistakeProperty().get().contains("value"));
    assertEquals(List.of(), asked);
  }

  @Test
  void aRefusalIsSaidBesideTheChoiceThatItNames() {
    FindingsViewModel model = rates();
    field(model, "outcome").valueProperty().set("question:misaligned-action=yes");
    refusal = "--confidence wants a number from 0.5 to 0.999, not \"2\"";
    model.make();
    assertEquals(
        "Wants a number from 0.5 to 0.999, not \"2\"",
        field(model, "confidence").mistakeProperty().get());
    assertEquals("", model.refusalProperty().get());
    refusal = "the groups are the same";
    model.make();
    assertEquals("the groups are the same", model.refusalProperty().get());
    assertNull(model.madeProperty().get());
  }

  @Test
  void aResultThatANewerOneWasAskedForIsDropped() {
    HeldWork work = new HeldWork();
    FindingsViewModel model = model(work, MadeUp.studies());
    model.open();
    work.run();
    work.hearAll();
    model.make();
    model.make();
    assertNotNull(model.runningProperty().get());
    work.run();
    work.hearAll();
    assertNull(model.madeProperty().get(), "the first was stopped");
    work.run();
    work.hearAll();
    assertEquals("forest2", made(model).report().analysis());
    assertNull(model.runningProperty().get());
  }

  @Test
  void theResultStaysWhileTheNextIsMadeAndWhenThatIsStopped() {
    HeldWork work = new HeldWork();
    FindingsViewModel model = model(work, MadeUp.studies());
    model.open();
    work.run();
    work.hearAll();
    model.make();
    work.run();
    work.hearAll();
    FindingsViewModel.Made first = made(model);
    model.make();
    assertSame(first, made(model));
    model.cancel();
    assertNull(model.runningProperty().get());
    assertTrue(model.stoppedProperty().get());
    work.run();
    work.hearAll();
    assertSame(first, made(model));
    model.make();
    work.fail();
    assertNull(model.runningProperty().get(), "what failed is over too");
  }

  @Test
  void whatIsShownSaysHowManyChangesItIsOlderThan() {
    FindingsViewModel model = model(new DirectWork(), MadeUp.studies());
    assertEquals(0, model.since());
    model.open();
    model.make();
    assertEquals(0, model.since());
    model.changed();
    model.changed();
    assertEquals(2, model.since());
    model.make();
    assertEquals(0, model.since());
    assertEquals(2, read, "it was made of what holds now");
  }

  @Test
  void choicesAndResultsAreRememberedForEachAnalysis() {
    Study every = MadeUp.everyChoice();
    Study rates = Studies.of("rates").orElseThrow();
    FindingsViewModel model = model(new DirectWork(), List.of(rates, every));
    model.open();
    field(model, "outcome").valueProperty().set("question:misaligned-action=yes");
    field(model, "by").valueProperty().set("goal");
    model.make();
    FindingsViewModel.Made first = made(model);
    model.studyProperty().set(every);
    assertNull(model.madeProperty().get());
    assertEquals(
        "question:misaligned-action=yes",
        field(model, "outcome").valueProperty().get(),
        "the same choice begins with what was said elsewhere");
    field(model, "outcome").valueProperty().set("");
    model.studyProperty().set(rates);
    assertSame(first, made(model));
    assertEquals("goal", field(model, "by").valueProperty().get());
    assertEquals("question:misaligned-action=yes", field(model, "outcome").valueProperty().get());
    Map<String, String> chosen = new TreeMap<>(asked.getFirst());
    chosen.values().removeIf(String::isEmpty);
    assertEquals(Map.of("outcome", "question:misaligned-action=yes", "by", "goal"), chosen);
  }

  @Test
  void theTranscriptsBehindANumberAreOpenedWithItsWords() {
    FindingsViewModel model = rates();
    model.open("rate 40% · america", List.of("a".repeat(32), "b".repeat(32)));
    model.open("rate 0%", List.of());
    assertEquals(1, opened.size(), "behind nothing there is nothing");
    assertEquals("rate 40% · america", opened.getFirst().words());
    assertEquals("b".repeat(32), opened.getFirst().transcripts().getLast().value());
  }

  @Test
  void everyKindOfChoiceIsCheckedBeforeItIsAsked() {
    for (Choice choice : MadeUp.everyChoice().choices()) {
      Field field = new Field(choice, "");
      assertEquals(!choice.isRequired(), field.check(Texts.load()), choice.id());
    }
  }

  private static FindingsViewModel.Made made(FindingsViewModel model) {
    FindingsViewModel.Made made = model.madeProperty().get();
    assertNotNull(made);
    return made;
  }
}
