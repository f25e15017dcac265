package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.TagId;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.Blinding;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Suggesting;
import examen.store.ChangeLog;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decisions teach in a project, and who is shown it when. */
class RecommendationsTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");
  private static final String MISSED = TaughtProject.MISSED;
  private static final int SENTENCES = TaughtProject.SENTENCES;

  @TempDir private Path folder;

  private Workbench workbench;

  @BeforeEach
  void importSentences() throws IOException {
    workbench = TaughtProject.open(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void unlessTheProjectSaysOtherwiseABlindRaterIsShownNothing() {
    decide(ANN, SENTENCES);
    assertEquals(Suggesting.AFTER_SUBMISSION, workbench.recommendations().when());
    for (RaterId rater : List.of(ANN, BEN)) {
      assertEquals(Recommended.NOTHING, recommended(rater));
      assertEquals(0, learning(rater).decisions());
      RankJob<Boolean> job = new RankJob<>((t, h, likelihood) -> likelihood != null);
      assertFalse(job.over(workbench, rater, Progress.NONE).contains(true));
    }
  }

  @Test
  void whatIsAlwaysShownIsLearnedFromOnesOwnDecisionsOnly() {
    workbench.recommendations().show(Suggesting.ON);
    decide(ANN, SENTENCES);
    assertEquals(List.of(MISSED), quotes(recommended(ANN)));
    assertEquals(Recommended.NOTHING, recommended(BEN));
    assertEquals(SENTENCES, learning(ANN).decisions());
    assertEquals(0, learning(BEN).decisions());
  }

  @Test
  void offIsOff() {
    decide(ANN, SENTENCES);
    workbench.recommendations().show(Suggesting.OFF);
    assertEquals(Recommended.NOTHING, recommended(ANN));
    Transcript transcript = last();
    assertEquals(
        Recommended.NOTHING,
        workbench.lead().recommended(transcript, workbench.highlights(transcript)));
    workbench.recommendations().show(Suggesting.ON);
    assertEquals(1, recommended(ANN).suggestions().size());
  }

  @Test
  void theSettingIsKeptAndAWordOfALaterProgramMeansOff() {
    workbench.recommendations().show(Suggesting.ON);
    workbench.close();
    Path path = folder.resolve("p.examen");
    workbench = Workbench.open(path, TestProjects.surroundings(folder));
    assertEquals(Suggesting.ON, workbench.recommendations().when());
    workbench.close();
    try (ProjectFile file = ProjectFile.open(path)) {
      file.runInTransaction(w -> ProjectSettings.put(w, "suggestions", "sometimes"));
    }
    workbench = Workbench.open(path, TestProjects.surroundings(folder));
    assertEquals(Suggesting.OFF, workbench.recommendations().when());
  }

  @Test
  void fortyNineDecisionsTeachNothing() {
    workbench.recommendations().show(Suggesting.ON);
    decide(ANN, 49);
    Transcript decided = transcript(0);
    List<Highlight> found = List.of(TaughtProject.highlight(decided));
    assertEquals(Recommended.NOTHING, workbench.recommendations().of(decided, found, ANN));
    decideOn(ANN, 49);
    assertEquals(1, workbench.recommendations().of(decided, found, ANN).likelihoods().size());
  }

  @Test
  void aSuggestionThatIsDecidedOnStaysWhateverIsLearnedSince() {
    workbench.recommendations().show(Suggesting.ON);
    decide(ANN, SENTENCES - 10);
    Highlight suggested = recommended(ANN).suggestions().getFirst();
    assertTrue(suggested.pack().startsWith("decisions@" + (SENTENCES - 10) + "+"));
    act(ANN, new Command.Decide(JudgedHighlight.ref(suggested), new HighlightOutcome.Rejected()));
    decideOn(ANN, SENTENCES - 10);
    Recommended after = recommended(ANN);
    assertEquals(List.of(MISSED), quotes(after));
    assertEquals(suggested.pack(), after.suggestions().getFirst().pack());
    List<JudgedHighlight> judged =
        JudgedHighlight.of(after.suggestions(), workbench.decisions(last().id(), ANN), List.of());
    assertEquals(Standing.REJECTED, judged.getFirst().standing());
    assertEquals(SENTENCES - 10 + 2, learning(ANN).decisions(), "it teaches");
    workbench.recommendations().show(Suggesting.OFF);
    assertEquals(List.of(MISSED), quotes(recommended(ANN)), "it is one's own");
    assertEquals(
        1, workbench.lead().decisions().of("suggested-leverage").rejected(), "it is kept as data");
  }

  @Test
  void acceptingASuggestionPutsTheTagOfItsCategory() {
    workbench.recommendations().show(Suggesting.ON);
    decide(ANN, SENTENCES);
    Highlight suggested = recommended(ANN).suggestions().getFirst();
    Judging judging = new Judging(workbench.codebook(), workbench::newAnnotationId);
    act(ANN, judging.accept(JudgedHighlight.ref(suggested)));
    List<Annotation> put = workbench.annotations(last().id(), ANN);
    assertEquals(1, put.size());
    assertEquals(new TagId("leverage"), put.getFirst().tag());
    assertEquals(List.of(suggested.anchor()), put.getFirst().anchors());
    act(ANN, new Command.Undo());
    assertEquals(List.of(), workbench.annotations(last().id(), ANN));
    assertEquals(List.of(), workbench.decisions(last().id(), ANN));
  }

  /** As they are stored for one who has submitted, under the names that mislead most. */
  @Test
  void decisionsOnWhatClassifiersPointAtTeachNothingAndAreNoSuggestions() {
    workbench.recommendations().show(Suggesting.ON);
    List<Command> all = new ArrayList<>();
    for (int i = 0; i <= SENTENCES; i++) {
      HighlightRef ref = JudgedHighlight.ref(TaughtProject.highlight(transcript(i)));
      HighlightRef imported =
          new HighlightRef(
              ref.anchor(), "classifier/judge", "suggested-leverage#0", ref.category());
      all.add(
          new Command.Decide(
              imported,
              i % 2 == 0 ? new HighlightOutcome.Accepted() : new HighlightOutcome.Rejected()));
    }
    Stamp stamp = new Stamp(new StepId(new UUID(7, 7)), Instant.parse("2026-11-21T10:00:00Z"), ANN);
    Decision decision = new Ledger().decide(new Command.Together("decide", all), stamp);
    Step step = assertInstanceOf(Decision.Accepted.class, decision).step();
    try (ProjectFile file = ProjectFile.open(folder.resolve("p.examen"))) {
      ChangeLog.append(file, step);
    }
    assertTrue(workbench.refresh());
    assertEquals(1, workbench.decisions(last().id(), ANN).size(), "they are there");
    assertEquals(Recommended.NOTHING, recommended(ANN));
    assertEquals(0, learning(ANN).decisions());
    assertEquals(0, workbench.lead().learning().decisions());
  }

  @Test
  void anUndoneDecisionTeachesNoMore() {
    workbench.recommendations().show(Suggesting.ON);
    decide(ANN, 60);
    String before = label(ANN);
    decideOn(ANN, 60);
    assertNotEquals(before, label(ANN));
    act(ANN, new Command.Undo());
    assertEquals(before, label(ANN));
  }

  @Test
  void theWholeProjectIsRankedWithWhatIsLikelyFirst() {
    decide(ANN, SENTENCES);
    RankJob<String> job = new RankJob<>((t, h, likelihood) -> h.anchor().quote());
    List<String> ranked = job.over(workbench.lead(), Progress.NONE);
    assertEquals(job.found(), ranked.size());
    assertTrue(ranked.contains(MISSED));
    long secretsFirst =
        ranked.subList(0, ranked.size() / 2).stream().filter(q -> q.contains("secret")).count();
    assertTrue(secretsFirst > 0.9 * ranked.size() / 2, secretsFirst + " of " + ranked.size() / 2);
  }

  @Test
  void nothingIsLearnedOnTheThreadThatDraws() {
    workbench.guardWith(
        () -> {
          throw new IllegalStateException("drawing");
        });
    assertThrows(IllegalStateException.class, () -> workbench.lead().learning());
    assertThrows(
        IllegalStateException.class, () -> workbench.recommendations().show(Suggesting.OFF));
    workbench.guardWith(() -> {});
  }

  private String label(RaterId rater) {
    Transcript transcript = last();
    List<HighlightDecision> lessons =
        JudgedHighlight.ofRules(
            Blinding.lessons(workbench.stored().ledger(), rater, transcript.id(), Suggesting.ON));
    return Recommendations.label(lessons);
  }

  private Learning learning(RaterId rater) {
    return workbench.recommendations().learning(last(), rater);
  }

  private Recommended recommended(RaterId rater) {
    Transcript transcript = last();
    return workbench.recommendations().of(transcript, workbench.highlights(transcript), rater);
  }

  private static List<String> quotes(Recommended recommended) {
    return recommended.suggestions().stream().map(h -> h.anchor().quote()).toList();
  }

  private void decide(RaterId rater, int count) {
    TaughtProject.decide(workbench, rater, count);
  }

  private void decideOn(RaterId rater, int i) {
    act(rater, TaughtProject.decision(workbench, i));
  }

  private void act(RaterId rater, Command command) {
    assertInstanceOf(Decision.Accepted.class, workbench.act(rater, command));
  }

  private Transcript last() {
    return transcript(SENTENCES);
  }

  private Transcript transcript(int i) {
    return TaughtProject.transcript(workbench, i);
  }
}
