package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.MigrationRule;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.store.ProjectSettings;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerCodebookTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");

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
    one = workbench.lead().transcripts().get(0).id();
    other = workbench.lead().transcripts().get(1).id();
    tag(ANN, one, "coercion", 0);
    tag(ANN, other, "coercion", 0);
    tag(ANN, one, "unauthorised-action", 1);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void thePreviewSaysTheSameWhateverOthersSaid() throws IOException {
    CodebookPreview before = newer(ANN).preview(fresh(FreshCodebook.ALL_RULES));
    workbench.lead().team().put(new Rater(BEN, "ben"));
    CodebookPreview named = newer(ANN).preview(fresh(FreshCodebook.ALL_RULES));
    tag(BEN, one, "coercion", 2);
    tag(BEN, other, "concealment-intent", 3);
    tag(BEN, other, "unauthorised-action", 4);
    act(BEN, new Command.Answer(one, new QuestionId("misaligned-action"), "unclear"));
    CodebookPreview after = newer(ANN).preview(fresh(FreshCodebook.ALL_RULES));
    assertEquals(before.rules(), after.rules());
    assertEquals(before.again(), after.again());
    assertEquals(named, after);
    assertEquals(List.of(0, 1), List.of(before.others(), after.others()));
  }

  @Test
  void itCountsTheRatersOwnThingsAndTranscripts() throws IOException {
    CodebookPreview preview = newer(ANN).preview(fresh(FreshCodebook.ALL_RULES));
    assertEquals(7, preview.rules().size());
    CodebookPreview.Touched renamed = preview.rules().getFirst();
    assertTrue(renamed.rule() instanceof MigrationRule.Retag);
    assertEquals(2, renamed.things());
    assertEquals(2, renamed.transcripts());
    assertEquals(Set.of(one), preview.again().keySet());
    assertEquals(List.of(), preview.added());
    assertEquals(4, workbench.codebook().version(), "nothing was written");
  }

  @Test
  void itIsPutInUseForAllAsOneStepAndTakenBack() throws IOException {
    tag(BEN, one, "coercion", 2);
    newer(ANN).put(fresh(FreshCodebook.ALL_RULES));
    reopen();
    assertEquals(5, workbench.codebook().version());
    assertEquals(Set.of("pressure"), tags(BEN, one));
    assertTrue(newer(ANN).ownLatest().isPresent());
    assertTrue(newer(BEN).ownLatest().isEmpty());
    assertThrows(Refusal.class, () -> newer(BEN).takeBack());
    newer(ANN).takeBack();
    reopen();
    assertEquals(4, workbench.codebook().version());
    assertEquals(Set.of("coercion"), tags(BEN, one));
    assertTrue(newer(ANN).ownLatest().isEmpty());
  }

  @Test
  void whatTheNewerOneLeavesOpenIsToldByTheCodebooksAloneAndNotByWhatOthersSaid()
      throws IOException {
    NewCodebook fresh = fresh("[{\"rename-tag\": \"coercion\", \"to\": \"pressure\"}]");
    String without = assertThrows(Refusal.class, () -> newer(ANN).preview(fresh)).why();
    tag(BEN, one, "concealment-intent", 3);
    String with = assertThrows(Refusal.class, () -> newer(ANN).put(fresh)).why();
    assertEquals(without, with);
    assertTrue(with.contains("tag concealment-intent"), with);
    assertTrue(with.contains("tag accepts-change"), "nobody used it");
    assertEquals(4, workbench.codebook().version());
  }

  @Test
  void inAWorkPackageNoneIsPutInUse() throws IOException {
    workbench
        .file()
        .runInTransaction(writing -> ProjectSettings.put(writing, Raters.PACKAGE_OF, "p"));
    assertTrue(newer(ANN).refusal().isPresent());
    assertThrows(Refusal.class, () -> newer(ANN).put(fresh(FreshCodebook.ALL_RULES)));
    assertEquals(4, workbench.codebook().version());
  }

  @Test
  void theOneThatComesWithExamenIsNotOfferedWhereItIsInUse() {
    assertTrue(newer(ANN).bundled().isEmpty());
    assertFalse(newer(ANN).refusal().isPresent());
  }

  private NewerCodebook newer(RaterId rater) {
    return new NewerCodebook(workbench, rater);
  }

  private NewCodebook fresh(String rules) throws IOException {
    return NewCodebook.read(FreshCodebook.file(folder, rules));
  }

  private void reopen() {
    workbench.close();
    workbench = reopened();
  }

  private Workbench reopened() {
    return Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
  }

  private void tag(RaterId rater, TranscriptId id, String tag, int start) {
    Anchor anchor =
        Anchor.at(
            TestProjects.whole(workbench, id).orElseThrow(), 0, 0, new Span(start, start + 3));
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
