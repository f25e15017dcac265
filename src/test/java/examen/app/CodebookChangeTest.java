package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Migration;
import examen.rating.Overlap;
import examen.rating.RaterId;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookChangeTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");
  private static final RaterId LEAD = new RaterId("lead");

  private static final String RULES = FifthCodebook.RULES;

  @TempDir private Path folder;
  private Workbench workbench;
  private TranscriptId one;
  private TranscriptId other;

  @BeforeEach
  void open() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String text : List.of("The first of the texts.", "The second of the texts.")) {
      lines.append("{\"messages\": [{\"role\": \"assistant\", \"content\": \"" + text + "\"}]}\n");
    }
    Path file = Files.writeString(folder.resolve("two.jsonl"), lines);
    workbench = reopened();
    workbench.importFrom(TestProjects.request(file), Progress.NONE);
    one = workbench.transcripts().get(0).id();
    other = workbench.transcripts().get(1).id();
    tag(ANN, one, "coercion", 0);
    tag(ANN, one, "accepts-change", 1);
    tag(BEN, one, "unauthorised-action", 2);
    tag(BEN, other, "concealment-intent", 3);
    tag(BEN, other, "blackmail", 4);
    act(ANN, new Command.Answer(one, new QuestionId("misaligned-action"), "unclear"));
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void aPreviewSaysWhatEachRuleTouchesAndWritesNothing() throws IOException {
    Migration.Result result = workbench.lead().codebook().preview(fresh(RULES));
    assertEquals(
        Map.of(
            "coercion -> pressure", 1,
            "accepts-change + legitimate-escalation -> legitimate-escalation", 1,
            "unauthorised-action -> pressure or lethal-action", 1,
            "without concealment-intent", 1,
            "answer unclear -> undecided to misaligned-action", 1),
        result.touched());
    assertEquals(4, result.changes().size(), "what is split stays until it is read again");
    assertEquals(Set.of(BEN), result.again().keySet());
    assertEquals(Set.of(one), Objects.requireNonNull(result.again().get(BEN)).keySet());
    assertEquals(List.of(), result.missing());
    assertEquals(Set.of("coercion", "accepts-change"), tags(ANN, one));
  }

  @Test
  void theNewCodebookChangesWhatEverybodySaidAndEverybodyKeepsTheirs() throws IOException {
    workbench.lead().codebook().put(fresh(RULES), LEAD);
    reopen();
    assertEquals(5, workbench.codebook().version());
    assertEquals(Set.of("pressure", "legitimate-escalation"), tags(ANN, one));
    assertEquals(Set.of("unauthorised-action"), tags(BEN, one));
    assertEquals(Set.of("blackmail"), tags(BEN, other));
    assertEquals(
        List.of("undecided"), workbench.verdicts(one, ANN).stream().map(Verdict::answer).toList());
    assertEquals(Set.of(one), workbench.toReadAgain(BEN).keySet());
    assertEquals(Set.of(), workbench.toReadAgain(ANN).keySet());
    assertEquals(List.of(), workbench.lead().verify());
    assertEquals(1, workbench.history(LEAD).size());
    assertTrue(workbench.history(LEAD).getFirst().step().changes().isEmpty(), "others' things");
  }

  @Test
  void itIsTakenBackAsOneStepWithItsCodebook() throws IOException {
    workbench.lead().codebook().put(fresh(RULES), LEAD);
    reopen();
    assertTrue(workbench.act(LEAD, new Command.Undo()) instanceof Decision.Refused);
    assertThrows(Refusal.class, () -> workbench.lead().codebook().takeBack(ANN));
    workbench.lead().codebook().takeBack(LEAD);
    reopen();
    assertEquals(4, workbench.codebook().version());
    assertEquals(Set.of("coercion", "accepts-change"), tags(ANN, one));
    assertEquals(Set.of("concealment-intent", "blackmail"), tags(BEN, other));
    assertEquals(Set.of(), workbench.toReadAgain(BEN).keySet());
    assertThrows(Refusal.class, () -> workbench.lead().codebook().takeBack(LEAD));
    assertEquals(List.of(), workbench.lead().verify());
  }

  @Test
  void itIsNotTakenBackOverWhatWasChangedSince() throws IOException {
    workbench.lead().codebook().put(fresh(RULES), LEAD);
    reopen();
    Annotation pressed =
        workbench.annotations(one, ANN).stream()
            .filter(a -> a.tag().value().equals("pressure"))
            .findFirst()
            .orElseThrow();
    act(ANN, new Command.Edit(pressed.withNote("since")));
    Refusal refusal = assertThrows(Refusal.class, () -> workbench.lead().codebook().takeBack(LEAD));
    assertEquals("cannot undo \"codebook 4 -> 5\": changed since", refusal.why());
    reopen();
    assertEquals(5, workbench.codebook().version());
  }

  @Test
  void whatNoRuleSpeaksOfIsNamedAndNothingIsChanged() throws IOException {
    NewCodebook fresh = fresh("[{\"rename-tag\": \"coercion\", \"to\": \"pressure\"}]");
    Refusal refusal =
        assertThrows(Refusal.class, () -> workbench.lead().codebook().put(fresh, LEAD));
    assertTrue(refusal.why().contains("answer unclear to misaligned-action"), refusal.why());
    assertTrue(refusal.why().contains("tag concealment-intent"), refusal.why());
    assertEquals(4, workbench.codebook().version());
    assertEquals(Set.of("coercion", "accepts-change"), tags(ANN, one));
  }

  @Test
  void aRaterWithTheOldCodebookOpenIsToldToOpenTheProjectAgain() throws IOException {
    try (Workbench second = reopened()) {
      second.lead().codebook().put(fresh(RULES), LEAD);
      assertEquals(
          new Decision.Refused("the project has another codebook now: close it and open it again"),
          workbench.act(ANN, new Command.Submit(one)));
    }
  }

  @Test
  void aCodebookThatIsNotNewerOrAnotherOneIsRefused() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> workbench.lead().codebook().preview(NewCodebook.bundled()));
    assertTrue(refusal.why().startsWith("the project has version "), refusal.why());
  }

  @Test
  void aPackageWrittenAfterwardsSpeaksTheNewWordsAndWorkInItComesBackInThem() throws IOException {
    workbench.lead().codebook().put(fresh(RULES), LEAD);
    reopen();
    Path made = packages("packages").resolve("p-ann.examen");
    try (Workbench anns = Workbench.open(made, TestProjects.surroundings(folder))) {
      Annotation pressed = annotated(anns, "pressure");
      assertTrue(
          anns.act(ANN, new Command.Edit(pressed.withNote("since"))) instanceof Decision.Accepted);
      assertEquals(List.of(), anns.lead().verify());
    }
    assertMerged(made, 0);
    assertEquals("since", annotated(workbench, "pressure").note());
  }

  @Test
  void whatWasWrittenUnderTheOldCodebookIsListedAndThenPutIntoTheNewWords() throws IOException {
    Path made = packages("packages").resolve("p-ann.examen");
    workbench.lead().codebook().put(fresh(RULES), LEAD);
    reopen();
    try (Workbench anns = Workbench.open(made, TestProjects.surroundings(folder))) {
      anns.act(ANN, new Command.Edit(annotated(anns, "coercion").withNote("in old words")));
    }
    assertMerged(made, 1);
    Migration.Result result = workbench.lead().codebook().previewAgain();
    assertEquals(1, result.touched().get("coercion -> pressure"));
    Refusal refusal =
        assertThrows(Refusal.class, () -> workbench.lead().codebook().preview(fresh(RULES)));
    assertTrue(refusal.why().startsWith("the project has version 5"), refusal.why());
    workbench.lead().codebook().putAgain(LEAD);
    assertEquals("in old words", annotated(workbench, "pressure").note());
    assertEquals(List.of(), workbench.lead().codebook().putAgain(LEAD).changes());
    assertThrows(Refusal.class, () -> workbench.lead().codebook().takeBack(LEAD));
    assertEquals(List.of(), workbench.lead().verify());
  }

  @Test
  void aWordThatWasGivenUpDoesNotComeBackWithAnotherMeaning() throws IOException {
    NewCodebook fresh = fresh("[{\"rename-tag\": \"blackmail\", \"to\": \"pressure\"}]");
    Refusal refusal = assertThrows(Refusal.class, () -> workbench.lead().codebook().preview(fresh));
    assertEquals(
        "a migration rule (blackmail -> pressure) changes a word that the codebook still has; give"
            + " it another one",
        refusal.why());
  }

  private Path packages(String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    workbench
        .lead()
        .assign(
            new AssignRequest(
                List.of("ann", "ben"),
                new Overlap.Each(2),
                0,
                Set.of(),
                List.of(),
                1L,
                made,
                false),
            Progress.NONE);
    return made;
  }

  private void assertMerged(Path made, int behind) {
    MergeReport report = workbench.lead().merging().run(List.of(made), Progress.NONE);
    assertEquals(0, report.leftOut(), report::toString);
    assertEquals(behind, report.behind());
    workbench.refresh();
    assertEquals(List.of(), workbench.lead().verify());
  }

  private Annotation annotated(Workbench in, String tag) {
    return in.annotations(one, ANN).stream()
        .filter(annotation -> annotation.tag().value().equals(tag))
        .findFirst()
        .orElseThrow();
  }

  private NewCodebook fresh(String rules) throws IOException {
    return FifthCodebook.in(folder, rules);
  }

  private void reopen() {
    workbench.close();
    workbench = reopened();
  }

  private Workbench reopened() {
    return Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
  }

  private void tag(RaterId rater, TranscriptId id, String tag, int start) {
    Transcript transcript = TestProjects.whole(workbench, id).orElseThrow();
    Anchor anchor = Anchor.at(transcript, 0, 0, new Span(start, start + 3));
    act(
        rater,
        new Command.PutTag(workbench.newAnnotationId(), new TagId(tag), List.of(anchor), ""));
  }

  private void act(RaterId rater, Command command) {
    if (workbench.act(rater, command) instanceof Decision.Refused(String reason)) {
      throw new AssertionError(reason);
    }
  }

  private Set<String> tags(RaterId rater, TranscriptId id) {
    return workbench.annotations(id, rater).stream()
        .map(annotation -> annotation.tag().value())
        .collect(Collectors.toSet());
  }
}
