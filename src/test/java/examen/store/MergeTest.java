package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Change;
import examen.rating.Ledger;
import examen.rating.MergeAccount;
import examen.rating.MergeReason;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final List<Transcript> TRANSCRIPTS =
      List.of(Projects.transcript(1), Projects.transcript(2));
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId EVE = new RaterId("eve");
  private static final Verdict VERDICT =
      new Verdict(ANN, TRANSCRIPTS.getFirst().id(), new QuestionId("question-0"), "answer-0");

  @TempDir Path folder;
  private ProjectFile ours;
  private Path theirs;

  /** Two copies of a project on which ann has worked. */
  @BeforeEach
  void copy() throws IOException {
    ours = Projects.createWith(folder, 2);
    new Work("ann", new Ledger(), TRANSCRIPTS, 1).store(ours, 10);
    theirs = copyOf("theirs.examen");
  }

  private Path copyOf(String name) throws IOException {
    Path file = ours.path();
    ours.close();
    Path copy = Files.copy(file, folder.resolve(name));
    ours = ProjectFile.open(file);
    return copy;
  }

  @AfterEach
  void close() {
    assertEquals(List.of(), Verification.of(ours));
    ours.close();
  }

  @Test
  void takesWhatIsNewInTheOrderOfTheLogAndTwiceIsOnce() throws IOException {
    work(theirs, "ben", 2, 30);
    new Work("cho", Copies.ledger(ours), TRANSCRIPTS, 3).store(ours, 20);
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(40, account.found());
    assertEquals(30, account.taken());
    assertEquals(10, account.there());
    assertEquals(Map.of(new RaterId("ben"), 30L), account.takenByRater());
    assertEquals(0, account.leftOutCount());
    assertEquals(0, account.conflictCount());
    Ledger both = Copies.ledger(ours);
    MergeAccount again = Copies.merge(ours, theirs);
    assertEquals(0, again.taken());
    assertEquals(40, again.there());
    Path ourCopy = copyOf("ours-copy.examen");
    try (ProjectFile project = ProjectFile.open(theirs)) {
      assertEquals(20, Copies.merge(project, ourCopy).taken());
      assertEquals(both.things(), Copies.ledger(project).things());
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aRaterWhoWorkedInBothHasAForkAndConflictsAreToldOnce() throws IOException {
    Verdict mine = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "answer-1");
    Verdict other = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "answer-2");
    ChangeLog.append(ours, step(1, EVE, new Change.Added(mine)));
    try (ProjectFile project = ProjectFile.open(theirs)) {
      ChangeLog.append(project, step(2, EVE, new Change.Added(other)));
    }
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(1, account.taken());
    String transcript = mine.transcript().value();
    assertEquals(
        List.of(new MergeAccount.MergeConflict(id(2).toString(), EVE, transcript, "verdict")),
        account.conflicts());
    assertEquals(
        other, Copies.ledger(ours).verdict(EVE, mine.transcript(), mine.question()).orElseThrow());
    assertEquals(List.of(), Verification.of(ours), "two copies are no damage");
    assertEquals(0, Copies.merge(ours, theirs).conflictCount());
  }

  @Test
  void whereNoForkExplainsItAStepThatDoesNotFitIsDamage() {
    Verdict verdict = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "answer-1");
    StepRow first = Copies.forge(ours, step(1, EVE, new Change.Added(verdict)), 11);
    Copies.forge(ours, StepRow.of(step(2, EVE, new Change.Added(verdict)), 12, first.hash()));
    assertEquals(
        List.of("the step does not fit those before it"),
        Verification.of(ours).stream().map(Finding::what).toList());
    Copies.forge(ours, step(3, EVE), 13);
    assertEquals(List.of(), Verification.of(ours), "the chain has two beginnings");
  }

  @Test
  void whatIsOnATranscriptThatIsNotHereIsTakenOnceItIs() throws IOException {
    Transcript third = Projects.transcript(3);
    try (ProjectFile project = ProjectFile.open(theirs)) {
      insert(project, third);
      Ledger ledger = Copies.ledger(project);
      new Work("ann", ledger, List.of(third), 4).store(project, 5);
      new Work("ann", ledger, TRANSCRIPTS, 5).store(project, 5);
    }
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(Set.of(MergeReason.UNKNOWN_TRANSCRIPT), account.leftOutBy().keySet());
    assertTrue(account.taken() >= 3, account::toString);
    assertEquals(1, account.remarks().size());
    assertEquals(List.of(), Verification.of(ours));
    insert(ours, third);
    MergeAccount now = Copies.merge(ours, theirs);
    assertEquals(10, account.taken() + now.taken());
    assertEquals(0, now.leftOutCount());
    try (ProjectFile project = ProjectFile.open(theirs)) {
      assertEquals(Copies.ledger(project).things(), Copies.ledger(ours).things());
    }
  }

  @Test
  void whatIsOnAnAlteredTextIsLeftOut() throws IOException, SQLException {
    work(theirs, "ben", 2, 30);
    Damage.plant(
        theirs,
        "UPDATE part SET text = text || '.' WHERE transcript = '%032x' AND idx = 1".formatted(2));
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(Set.of(MergeReason.ALTERED_TEXT), account.leftOutBy().keySet());
    assertTrue(account.leftOutCount() > 5, account::toString);
    assertTrue(account.taken() > 5, account::toString);
    assertTrue(
        Copies.ledger(ours).things(TRANSCRIPTS.getLast().id()).stream()
            .allMatch(thing -> thing.rater().equals(ANN)));
  }

  @Test
  void aQuoteThatIsNotWhatStandsThereIsLeftOut() throws IOException {
    Anchor wrong = new Anchor(VERDICT.transcript(), 1, 1, new Span(0, 3), "pay");
    forged(step(1, EVE, new Change.Added(annotation(EVE, wrong))), 11);
    assertOnlyReason(MergeReason.ALTERED_TEXT, 1);
  }

  @Test
  void aStepThatWasChangedIsLeftOutWithAllThatRestsOnIt() throws IOException, SQLException {
    work(theirs, "ben", 2, 30);
    work(theirs, "cho", 3, 10);
    Path good = Files.copy(theirs, folder.resolve("good.examen"));
    Damage.plant(theirs, "UPDATE step SET what = 'x' WHERE seq = 26");
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(1L, account.leftOutBy().get(MergeReason.BROKEN_CHAIN));
    assertEquals(14L, account.leftOutBy().get(MergeReason.RESTS_ON_BROKEN));
    assertEquals(25, account.taken());
    assertEquals("broken-chain", account.leftOut().getFirst().reason().wire());
    assertEquals(15, Copies.merge(ours, good).taken(), "an unchanged copy has them");
    MergeAccount again = Copies.merge(ours, theirs);
    assertEquals(0, again.taken());
    assertEquals(List.of(), Verification.of(ours));
  }

  @Test
  void whatNoCodebookHereHasIsLeftOut() throws IOException {
    work(theirs, "ben", 2, 60);
    Codebook less =
        new Codebook(
            "test", 1, "Test", List.of(Copies.tag("blackmail")), Copies.CODEBOOK.questions());
    MergeAccount account = Copies.merge(ours, theirs, less);
    assertEquals(Set.of(MergeReason.OTHER_CODEBOOK), account.leftOutBy().keySet());
    assertTrue(account.leftOutCount() > 5, account::toString);
    assertTrue(account.taken() > 5, account::toString);
    assertTrue(
        Copies.ledger(ours).things().stream()
            .filter(thing -> !thing.rater().equals(ANN))
            .noneMatch(
                thing -> thing instanceof Annotation a && !a.tag().value().equals("blackmail")));
  }

  @Test
  void anAnswerThatNoQuestionHereHasIsLeftOut() throws IOException {
    Verdict verdict = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "maybe");
    forged(step(1, EVE, new Change.Added(verdict)), 11);
    assertOnlyReason(MergeReason.OTHER_CODEBOOK, 1);
  }

  @Test
  void anotherStepWithAnIdThatIsHereIsLeftOut() throws IOException {
    ChangeLog.append(ours, step(1, EVE));
    forged(new Step(id(1), Projects.NOON, EVE, "other", null, List.of()), 11);
    assertOnlyReason(MergeReason.OTHER_CONTENT, 1);
  }

  @Test
  void nobodyChangesWhatIsAnothers() throws IOException {
    Anchor anchor = Anchor.at(TRANSCRIPTS.getFirst(), 1, 1, new Span(0, 3));
    ChangeLog.append(ours, step(1, ANN, new Change.Added(annotation(ANN, anchor))));
    forged(step(2, EVE, new Change.Removed(annotation(ANN, anchor))), 12);
    assertOnlyReason(MergeReason.NOT_THEIRS, 1);
    forged(step(3, EVE, new Change.Added(annotation(EVE, anchor))), 13);
    assertOnlyReason(MergeReason.NOT_THEIRS, 2);
  }

  @Test
  void whatIsNoStepIsLeftOut() throws IOException {
    forged(row(1, "{}"));
    forged(row(2, "[1]"));
    forged(row(3, "{\"transcript\":7}"));
    StepRow far = StepRow.of(step(4, EVE), Long.MAX_VALUE, "");
    forged(far);
    assertOnlyReason(MergeReason.UNREADABLE, 4);
    work(ours.path(), "ben", 3, 2);
  }

  @Test
  void aStepFarTooLargeIsNotEvenRead() throws IOException, SQLException {
    forged(step(1, EVE), 11);
    work(theirs, "ben", 2, 3);
    Damage.plant(
        theirs,
        "UPDATE step SET what = CAST(zeroblob(60000000) AS TEXT) WHERE id = '" + id(1) + "'");
    assertEquals(3, Copies.merge(ours, theirs).taken());
    assertOnlyReason(MergeReason.TOO_LARGE, 1);
  }

  @Test
  void anUndoOfWhatIsLeftOutIsLeftOut() throws IOException {
    Verdict verdict = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "maybe");
    forged(step(1, EVE, new Change.Added(verdict)), 11);
    forged(new Step(id(2), Projects.NOON, EVE, "back", id(1), List.of()), 12);
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(
        Map.of(MergeReason.OTHER_CODEBOOK, 1L, MergeReason.UNDOES_LEFT_OUT, 1L),
        account.leftOutBy());
  }

  @Test
  void aFileWithPartOfTheStepsGivesThoseAndTheOthersComeLater() throws IOException {
    work(theirs, "ben", 2, 20);
    Path part = folder.resolve("part.examen");
    Files.copy(ours.path(), part);
    try (ProjectFile from = ProjectFile.open(theirs);
        ProjectFile to = ProjectFile.open(part)) {
      List<StepRow> rows =
          from.reading(reading -> StepTable.arrivedAfter(reading, 20, 100)).stream()
              .filter(row -> row.undoes() == null)
              .toList();
      rows.forEach(row -> Copies.forge(to, row));
    }
    MergeAccount first = Copies.merge(ours, part);
    assertTrue(first.taken() > 3 && first.leftOutCount() == 0, first::toString);
    assertEquals(List.of(), Verification.of(ours), "the gap is known");
    MergeAccount rest = Copies.merge(ours, theirs);
    assertEquals(20, first.taken() + rest.taken());
    try (ProjectFile whole = ProjectFile.open(theirs)) {
      assertEquals(Copies.ledger(whole).things(), Copies.ledger(ours).things());
    }
  }

  /** Parts of files, changed steps, transcripts that are not here, raters in several copies. */
  @Test
  void whateverIsLeftOutTheResultIsTheSameInAnyOrder() throws IOException, SQLException {
    for (long seed = 1; seed <= 2; seed++) {
      List<Path> sources = sources(seed);
      Random random = new Random(seed);
      Path fresh = copyOf("fresh-" + seed + ".examen");
      List<StepRow> expected = List.of();
      for (int order = 0; order < 6; order++) {
        Path into = folder.resolve("into.examen");
        Files.copy(fresh, into, StandardCopyOption.REPLACE_EXISTING);
        List<Path> all = new ArrayList<>(sources);
        all.addAll(sources.subList(0, 1 + random.nextInt(sources.size())));
        Collections.shuffle(all, random);
        try (ProjectFile project = ProjectFile.open(into)) {
          for (Path source : all) {
            Copies.merge(project, source);
          }
          assertEquals(List.of(), Verification.of(project), "seed " + seed);
          List<StepRow> rows =
              project.reading(reading -> StepTable.inOrder(reading, LogPlace.START, 1000)).stream()
                  .map(row -> row.withSeq(0))
                  .toList();
          expected = order == 0 ? rows : expected;
          assertEquals(expected, rows, "seed " + seed + ", " + all);
        }
      }
      assertTrue(expected.size() > 50, "steps: " + expected.size());
    }
  }

  private List<Path> sources(long seed) throws IOException, SQLException {
    List<Path> sources = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      Path copy = copyOf(name + seed + ".examen");
      work(copy, "ann", seed * 10 + sources.size(), 12);
      work(copy, name, seed * 20 + sources.size(), 15);
      work(copy, "ann", seed * 30 + sources.size(), 5);
      sources.add(copy);
    }
    try (ProjectFile project = ProjectFile.open(sources.get(1))) {
      insert(project, Projects.transcript(3));
      new Work("b", Copies.ledger(project), List.of(Projects.transcript(3)), 1_000 + seed)
          .store(project, 5);
    }
    Path changed = Files.copy(sources.get(0), folder.resolve("changed" + seed + ".examen"));
    Damage.plant(changed, "UPDATE step SET what = 'x' WHERE seq = 25");
    sources.add(changed);
    sources.add(partOf(sources.get(2), "part" + seed + ".examen"));
    return sources;
  }

  /** Some steps of another file; none that takes another back, as that would have to be there. */
  private Path partOf(Path whole, String name) throws IOException {
    Path part = copyOf(name);
    try (ProjectFile from = ProjectFile.open(whole);
        ProjectFile to = ProjectFile.open(part)) {
      from.reading(reading -> StepTable.arrivedAfter(reading, 10, 100)).stream()
          .filter(row -> row.undoes() == null && row.seq() % 3 > 0)
          .forEach(row -> Copies.forge(to, row));
    }
    return part;
  }

  @Test
  void takesRatersPlansAndAssignmentsAndTheNameGivenLast() throws IOException, SQLException {
    String at = "'2026-11-22T10:00:0%d.000Z'";
    Damage.run(
        theirs,
        "INSERT INTO rater VALUES ('ann', 'Ann', " + at.formatted(1) + ")",
        "INSERT INTO rater VALUES ('ben', 'Ben', " + at.formatted(1) + ")",
        "INSERT INTO rater VALUES ('no rater', 'x', " + at.formatted(1) + ")",
        plan(1, 1),
        plan(2, 2),
        "INSERT INTO plan VALUES ('none', " + at.formatted(2) + ", '{\"seed\":2}')",
        "INSERT INTO assignment VALUES ('%s', '%032x', 'ann', 1)".formatted(planId(1), 1),
        "INSERT INTO assignment VALUES ('%s', '%032x', 'ben', 0)".formatted(planId(1), 1),
        "INSERT INTO assignment VALUES ('%s', '%032x', 'ben', 0)".formatted(planId(2), 2));
    Damage.sealAnew(theirs);
    ours.close();
    Damage.run(
        ours.path(),
        "INSERT INTO rater VALUES ('ann', 'Anna', " + at.formatted(2) + ")",
        "INSERT INTO rater VALUES ('ben', 'B.', " + at.formatted(0) + ")",
        plan(2, 3));
    Damage.sealAnew(ours.path());
    ours = ProjectFile.open(ours.path());
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(1, account.raters());
    assertEquals(1, account.plans());
    assertEquals(2, account.assignments());
    assertEquals(4, account.remarks().size(), account::toString);
    assertEquals(List.of("ann Anna", "ben Ben"), strings("SELECT id || ' ' || name FROM rater"));
    assertEquals(
        List.of(planId(1) + " ann 1", planId(1) + " ben 0"),
        strings("SELECT plan || ' ' || rater || ' ' || place FROM assignment ORDER BY rater"));
    MergeAccount again = Copies.merge(ours, theirs);
    assertEquals(0, again.raters() + again.plans() + again.assignments());
  }

  private static String planId(int n) {
    return "01939a00-0000-7000-8000-%012d".formatted(n);
  }

  private static String plan(int n, int seed) {
    return "INSERT INTO plan VALUES ('%s', '2026-11-22T10:00:0%d.000Z', '%s')"
        .formatted(
            planId(n),
            n,
            "{\"number\":1,\"each\":2,\"by\":[],\"seed\":%d,\"calibration\":[]}".formatted(seed));
  }

  @Test
  void takesFromFilesOfEveryOlderVersion() throws IOException {
    for (int version = 1; version <= 4; version++) {
      Path old = folder.resolve("old.examen");
      try (var in =
          MergeTest.class.getResourceAsStream("/golden/store/v00" + version + ".examen")) {
        Files.write(old, Objects.requireNonNull(in).readAllBytes());
      }
      MergeAccount account = Copies.merge(ours, old);
      assertTrue(account.taken() + account.there() >= 5, version + ": " + account);
      assertEquals(List.of(), Verification.of(ours), "version " + version);
    }
  }

  @Test
  void whatIsStoppedLeavesNothing() throws IOException {
    work(theirs, "ben", 2, 50);
    long before = ours.reading(ChangeLog::lastSeq);
    for (int looks = 1; looks < 7; looks++) {
      int[] left = {looks};
      try (ForeignFile source =
          ForeignFile.open(theirs, folder.resolve("private"), ForeignLimits.USUAL)) {
        Merge merge = new Merge(ours, List.of(Copies.CODEBOOK));
        assertThrows(
            IllegalArgumentException.class,
            () ->
                merge.take(
                    source,
                    (done, total) -> {
                      left[0]--;
                      if (left[0] == 0) {
                        throw new IllegalArgumentException("stopped");
                      }
                    }));
      }
      assertEquals(before, ours.reading(ChangeLog::lastSeq));
    }
    assertEquals(50, Copies.merge(ours, theirs).taken());
  }

  private void work(Path file, String rater, long seed, int steps) {
    if (file.equals(ours.path())) {
      new Work(rater, Copies.ledger(ours), TRANSCRIPTS, seed).store(ours, steps);
      return;
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      new Work(rater, Copies.ledger(project), TRANSCRIPTS, seed).store(project, steps);
    }
  }

  private void forged(Step step, long clock) {
    forged(StepRow.of(step, clock, ""));
  }

  private void forged(StepRow row) {
    try (ProjectFile project = ProjectFile.open(theirs)) {
      Copies.forge(project, row);
    }
  }

  private void assertOnlyReason(MergeReason reason, long times) throws IOException {
    MergeAccount account = Copies.merge(ours, theirs);
    assertEquals(Map.of(reason, times), account.leftOutBy(), account::toString);
    assertEquals(times, account.leftOut().size());
  }

  /** A step that says nothing that can be read, with a hash that is right. */
  private static StepRow row(int number, String json) {
    Verdict verdict = new Verdict(EVE, VERDICT.transcript(), VERDICT.question(), "answer-0");
    StepRow good = StepRow.of(step(number, EVE, new Change.Added(verdict)), 10 + number, "");
    ChangeRow change = good.changes().getFirst();
    StepRow bad =
        good.withChanges(
            List.of(
                new ChangeRow(0, change.key() + number, "verdict", change.subject(), null, json)));
    return new StepRow(
        0,
        bad.id(),
        bad.clock(),
        bad.at(),
        bad.rater(),
        bad.what(),
        null,
        "",
        bad.computedHash(),
        bad.changes());
  }

  private List<String> strings(String sql) {
    return ours.reading(reading -> reading.query(sql).list(row -> row.text(1)));
  }

  private static void insert(ProjectFile project, Transcript transcript) {
    project.runInTransaction(
        writing -> {
          ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
          TranscriptTable.insert(writing, imported, transcript);
        });
  }

  private static StepId id(int number) {
    return new StepId(new UUID(0x0193000000007000L, 0x9000000000000000L + number));
  }

  private static Step step(int number, RaterId rater, Change... changes) {
    return new Step(id(number), Projects.NOON, rater, "x", null, new ArrayList<>(List.of(changes)));
  }

  private static Annotation annotation(RaterId rater, Anchor anchor) {
    return new Annotation(
        AnnotationId.of("01930000-0000-7000-8000-0000000000aa"),
        rater,
        new TagId("blackmail"),
        List.of(anchor),
        null,
        null,
        null,
        "");
  }
}
