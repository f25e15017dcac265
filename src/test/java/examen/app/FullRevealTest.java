package examen.app;

import static examen.app.CanaryProject.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Blinding.Sight;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.FirstSight;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Revealing;
import examen.rating.Review;
import examen.store.ProjectSettings;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything shown at once: to whom, at what cost, and that it is recorded. */
class FullRevealTest {
  /** In no plan. */
  private static final RaterId DORA = new RaterId("dora");

  private static final QuestionId BELIEF = new QuestionId("stated-belief");

  @TempDir private Path folder;
  private CanaryProject project;
  private Workbench workbench;

  @BeforeEach
  void open() throws IOException {
    project = CanaryProject.in(folder);
    workbench = project.workbench();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private FullReveal of(RaterId rater) {
    return new FullReveal(workbench, rater);
  }

  private Set<String> told(RaterId rater) {
    return Secrets.in(
        List.of(
            workbench.reveals().of(project.judged(), rater),
            workbench.findings(rater).frame().cases()));
  }

  private static String refusal(Decision decision) {
    return assertInstanceOf(Decision.Refused.class, decision).reason();
  }

  @Test
  void beforeItNothingIsToldAndAfterItEverything() {
    assertEquals(Set.of(), told(DORA));
    int all = workbench.transcripts().size();
    assertEquals(all, workbench.findings(DORA).frame().withheld());
    assertInstanceOf(Decision.Accepted.class, of(DORA).make());
    assertTrue(told(DORA).containsAll(Set.of("canary-value", "canary-answer")), "" + told(DORA));
    assertEquals(0, workbench.findings(DORA).frame().withheld());
    assertEquals(Set.of(), told(new RaterId("emil")), "that was another");
    List<Reveal> recorded = workbench.lead().reveals();
    assertEquals(3 * all, recorded.size());
    assertTrue(recorded.stream().allMatch(reveal -> reveal.rater().equals(DORA)));
  }

  @Test
  void itIsOneStepForGood() {
    assertInstanceOf(Decision.Accepted.class, of(DORA).make());
    List<PastStep> steps = workbench.history(DORA);
    assertEquals(1, steps.size());
    assertEquals(PastStep.State.FOR_GOOD, steps.getFirst().state());
    assertEquals("nothing to undo", refusal(workbench.act(DORA, new Command.Undo())));
    assertEquals("that was shown already", refusal(of(DORA).make()));
    assertEquals(new FullReveal.Cost(0, 0, 0), of(DORA).cost());
  }

  @Test
  void itCostsTheBlindnessOfWhatWasNotSubmittedAndKeepsWhatWasSaidBefore() {
    int all = workbench.transcripts().size();
    assertEquals(new FullReveal.Cost(all, all, 0), of(DORA).cost());
    TranscriptId begun = workbench.transcripts().getFirst().id();
    workbench.act(DORA, new Command.Answer(begun, BELIEF, "real"));
    project.review(DORA, Review.State.SUBMITTED);
    assertEquals(new FullReveal.Cost(all, all - 1, 1), of(DORA).cost());
    of(DORA).make();
    workbench.act(DORA, new Command.Answer(begun, BELIEF, "evaluation"));
    FirstSight sight = workbench.stored().ledger().firstSight(DORA, begun).orElseThrow();
    assertEquals(Optional.of("real"), sight.answer(BELIEF));
    project.review(DORA, Review.State.REOPENED);
    assertEquals(Sight.SEEING, workbench.sight(project.judged(), DORA), "shown is shown");
  }

  @Test
  void whoRatesByThePlanIsRefusedUnlessTheProjectAllowsIt() {
    String why = of(ANN).refusal().orElseThrow();
    assertTrue(why.startsWith("the plan gives you transcripts to rate"), why);
    assertEquals(why, refusal(of(ANN).make()));
    Command.ShowAll asked =
        new Command.ShowAll(Set.of(project.judged()), EnumSet.allOf(Reveal.Of.class));
    assertEquals(why, refusal(workbench.act(ANN, asked)), "however it is asked for");
    assertEquals(Set.of(), told(ANN));
    workbench.lead().team().allow(Revealing.ANY_TIME);
    assertEquals(Optional.empty(), of(ANN).refusal());
    assertInstanceOf(Decision.Accepted.class, of(ANN).make());
    assertTrue(told(ANN).contains("canary-value"));
  }

  @Test
  void inAWorkPackageItIsRefusedWhateverIsAllowed() {
    workbench.lead().team().allow(Revealing.ANY_TIME);
    workbench
        .file()
        .runInTransaction(writing -> ProjectSettings.put(writing, Raters.PACKAGE_OF, "other"));
    String why = of(DORA).refusal().orElseThrow();
    assertTrue(why.startsWith("this is a work package"), why);
    assertEquals(why, refusal(of(DORA).make()));
    assertEquals(List.of(), workbench.lead().reveals());
  }

  @Test
  void nothingIsShownWhereItCannotBeRecorded() {
    try (Workbench read =
        Workbench.openToRead(
            workbench.path(), "another window has it", TestProjects.surroundings(folder))) {
      FullReveal all = new FullReveal(read, DORA);
      assertEquals(
          Optional.of("nothing can be recorded here, as another window has it"), all.refusal());
      assertInstanceOf(Decision.Refused.class, all.make());
      assertEquals(Set.of(), Secrets.in(read.reveals().of(project.judged(), DORA)));
    }
  }

  @Test
  void onlyWhatIsThereCanBeShownAndBySteppingAloneOnly() {
    TranscriptId nowhere = new TranscriptId("0".repeat(32));
    Command.ShowAll wrong = new Command.ShowAll(Set.of(nowhere), EnumSet.allOf(Reveal.Of.class));
    assertEquals(
        "one of these transcripts is not there, or not yours to read",
        refusal(workbench.act(DORA, wrong)));
    Command within = new Command.Together("x", List.of(wrong));
    assertEquals(
        "to be shown what others say is a step of its own", refusal(workbench.act(DORA, within)));
  }
}
