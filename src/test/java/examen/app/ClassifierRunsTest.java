package examen.app;

import static examen.app.CanaryProject.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Decision;
import examen.rating.RaterId;
import examen.store.ProjectSettings;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifier runs as one sees and takes them in who may rate here, too. */
class ClassifierRunsTest {
  /** In no plan. */
  private static final RaterId DORA = new RaterId("dora");

  @TempDir private Path folder;
  private CanaryProject project;
  private Workbench workbench;
  private ClassifierRuns runs;
  private List<TranscriptId> ids;

  @BeforeEach
  void open() throws IOException {
    project = CanaryProject.in(folder);
    workbench = project.workbench();
    runs = new ClassifierRuns(workbench, DORA);
    ids = workbench.transcripts().stream().map(TranscriptLine::id).toList();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private ClassifyRequest request(String text, String version) throws IOException {
    Path file = Files.writeString(folder.resolve("judge.csv"), "transcript,value\n" + text);
    return new ClassifyRequest(file, "", version, Map.of(), ClassifyRequest.Kind.KEEP);
  }

  private ClassifyRequest request(String text) throws IOException {
    return request(text, "");
  }

  private ClassifierRuns.Look look(ClassifyRequest request) {
    return runs.look(request, Progress.NONE).orElseThrow();
  }

  private ClassifyReport keep(ClassifyRequest request, Map<String, Map<String, String>> answers) {
    return runs.keep(request, answers, Progress.NONE).orElseThrow();
  }

  private ClassifierRuns.Run last() {
    return runs.all().getLast();
  }

  private void reveal() {
    assertInstanceOf(Decision.Accepted.class, new FullReveal(workbench, DORA).make());
  }

  @Test
  void ofARunNothingIsToldButHowManyLabelsUntilTheyMayBeKnown() {
    ClassifierRuns.Run run = runs.all().getFirst();
    assertEquals("judge", run.run().name());
    assertEquals(1, run.withheld());
    assertEquals(List.of(), run.judged());
    assertEquals(Set.of(), Secrets.in(runs.all()));
    reveal();
    ClassifierRuns.Judged judged = runs.all().getFirst().judged().getFirst();
    assertEquals("run/canary-label", judged.label());
    assertEquals(List.of(new ClassifierRuns.Value("canary-value", 1)), judged.values());
  }

  @Test
  void toTakeInWhatOneGuessesDoesNotTellWhetherItIsSo() throws IOException {
    keep(request(ids.getFirst() + ",C\n"), Map.of());
    ClassifyReport right = look(request(ids.getFirst() + ",C\n")).report();
    ClassifyReport wrong = look(request(ids.getFirst() + ",I\n")).report();
    assertEquals(1, right.uncompared());
    assertEquals(1, wrong.uncompared());
    assertEquals(0, right.duplicates() + wrong.refused().size());
    reveal();
    assertEquals(1, look(request(ids.getFirst() + ",C\n")).report().duplicates());
    ClassifyReport known = look(request(ids.getFirst() + ",I\n")).report();
    assertEquals(
        "the run says something else of this transcript already; that stays",
        known.refused().getFirst().reason());
  }

  @Test
  void aLookKeepsNothingAndToStopLeavesNothing() throws IOException {
    ClassifyRequest request = request(ids.get(0) + ",C\n" + ids.get(1) + ",I\n");
    ClassifierRuns.Look look = look(request);
    assertEquals(2, look.report().imported());
    assertEquals("judge/judge", look.judged().getFirst().label());
    assertEquals(1, runs.all().size());
    for (int stop = 0; stop < 4; stop++) {
      AtomicInteger left = new AtomicInteger(stop);
      Progress stopped = (done, all, what) -> left.getAndDecrement() > 0;
      assertEquals(Optional.empty(), runs.keep(request, Map.of(), stopped), "at " + stop);
      assertEquals(1, runs.all().size(), "at " + stop);
    }
    assertEquals(2, keep(request, Map.of()).imported());
    assertEquals(2, last().withheld());
    assertEquals(List.of(), workbench.lead().verify());
  }

  @Test
  void twoVersionsOfAClassifierAreTwoRuns() throws IOException {
    keep(request(ids.getFirst() + ",C\n", ""), Map.of());
    keep(request(ids.getFirst() + ",I\n", "2"), Map.of());
    assertEquals(List.of("run", "judge", "judge@2"), names());
    assertEquals("2", last().run().version());
    assertThrows(Refusal.class, () -> look(request(ids.getFirst() + ",C\n", "a/b")));
  }

  private List<String> names() {
    return runs.all().stream().map(run -> run.run().id()).toList();
  }

  @Test
  void onlyWhatIsNotAsItsNameSaysIsKeptAndWhatIsNotNamedStays() throws IOException {
    reveal();
    String rows = ids.get(0) + ",C\n" + ids.get(1) + ",no\n" + ids.get(2) + ",yes\n";
    keep(request(rows), Map.of("judge", Map.of("C", "yes", "no", "no", "yes", "")));
    assertEquals(Map.of("C", "yes", "yes", ""), last().judged().getFirst().answers());
    runs.map("judge/judge", Map.of("yes", "yes", "no", "real"));
    assertEquals(Map.of("C", "yes", "no", "real"), last().judged().getFirst().answers());
    assertEquals(
        Map.of("C", "yes", "no", "real"),
        workbench.lead().findings().frame().texts().answers("judge/judge"));
    assertThrows(Refusal.class, () -> runs.map("judge/judge", Map.of("C", "never-asked")));
    assertThrows(Refusal.class, () -> runs.map("judge/other", Map.of("C", "yes")));
    keep(request(rows), Map.of("judge", Map.of("C", "", "no", "no")));
    assertEquals(Map.of(), last().judged().getFirst().answers());
  }

  @Test
  void valuesAreWordsAndWhatSaysNothingIsCounted() throws IOException {
    reveal();
    Path file =
        Files.writeString(
            folder.resolve("j.jsonl"),
            "{\"id\":\"%s\",\"value\":true}\n{\"id\":\"%s\",\"value\":\"yes\",\"mark\":1}\n"
                    .formatted(ids.get(0), ids.get(1))
                + "{\"id\":\"%s\",\"value\":{\"a\":1}}\n".formatted(ids.get(2)));
    ClassifierRuns.Look look =
        look(new ClassifyRequest(file, "", Map.of(), ClassifyRequest.Kind.KEEP));
    assertEquals(List.of(new ClassifierRuns.Value("yes", 2)), look.judged().getFirst().values());
    assertEquals(1, look.judged().getFirst().silent());
    assertEquals(List.of("id", "value"), look.report().read());
    assertEquals(List.of("mark"), look.report().left());
  }

  @Test
  void whoRatesByThePlanAndWhoWorksInAPackageTakesNothingIn() throws IOException {
    ClassifierRuns ofAnn = new ClassifierRuns(workbench, ANN);
    ClassifyRequest request = request(ids.getFirst() + ",C\n");
    Refusal refused =
        assertThrows(Refusal.class, () -> ofAnn.keep(request, Map.of(), Progress.NONE));
    assertTrue(refused.why().startsWith("the plan gives you transcripts to rate"), refused.why());
    assertThrows(Refusal.class, () -> ofAnn.look(request, Progress.NONE));
    assertThrows(Refusal.class, () -> ofAnn.map("run/canary-label", Map.of()));
    workbench
        .file()
        .runInTransaction(writing -> ProjectSettings.put(writing, Raters.PACKAGE_OF, "other"));
    assertTrue(runs.refusal().orElseThrow().startsWith("this is a work package"));
    assertThrows(Refusal.class, () -> look(request));
    assertEquals(1, runs.all().size());
  }

  @Test
  void everyRowHasItsFateWhateverTheRowsAre() throws IOException {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String who = random.nextInt(5) == 0 ? "nobody" : ids.get(random.nextInt(3)).value();
        rows.add(who + "," + "CI".charAt(random.nextInt(2)));
      }
      ClassifyRequest request = request(String.join("\n", rows) + "\n", "v" + seed);
      ClassifyReport looked = look(request).report();
      assertEquals(40, looked.found(), "seed " + seed);
      assertEquals(looked, keep(request, Map.of()), "seed " + seed);
      assertEquals(looked.imported(), look(request).report().uncompared(), "seed " + seed);
    }
  }
}
