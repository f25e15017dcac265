package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Change;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {
  private static final List<Transcript> TRANSCRIPTS =
      List.of(Projects.transcript(1), Projects.transcript(2), Projects.transcript(3));
  private static final StepId ID = StepId.of("01930000-0000-7000-8000-00000000000a");
  private static final RaterId ANN = new RaterId("ann");
  private static final Verdict VERDICT =
      new Verdict(ANN, TRANSCRIPTS.getFirst().id(), new QuestionId("usable"), "yes");

  @TempDir Path folder;

  @Test
  void givesBackAllStepsInOrderExactlyAsTheyWere() {
    for (long seed = 1; seed <= 2; seed++) {
      Path file = folder.resolve(seed + ".examen");
      List<Step> steps = new ArrayList<>();
      Ledger ledger = new Ledger();
      try (ProjectFile project = filled(file)) {
        Work ann = new Work("ann", ledger, TRANSCRIPTS, seed);
        Work ben = new Work("b\u00e9n", ledger, TRANSCRIPTS, seed + 100);
        for (int i = 0; i < 25; i++) {
          steps.addAll(ann.store(project, 3));
          steps.addAll(ben.store(project, 2));
        }
      }
      try (ProjectFile project = ProjectFile.open(file)) {
        List<LoggedStep> logged = new ArrayList<>();
        ChangeLog.eachAfter(project, 0, logged::add);
        assertEquals(steps, logged.stream().map(LoggedStep::step).toList(), "seed " + seed);
        for (int i = 0; i < logged.size(); i++) {
          assertEquals(i + 1, logged.get(i).seq(), "seed " + seed);
        }
        Ledger folded = new Ledger();
        logged.forEach(step -> folded.apply(step.step()));
        assertEquals(ledger.things(), folded.things(), "seed " + seed);
        assertEquals(ledger.nextUndo(ANN), folded.nextUndo(ANN), "seed " + seed);
        assertEquals(List.of(), Verification.of(project), "seed " + seed);
      }
    }
  }

  @Test
  void givesTheStepsAfterAPlaceInPieces() {
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      List<Step> steps = new Work("ann", new Ledger(), TRANSCRIPTS, 9).store(project, 10);
      assertEquals(10L, project.reading(ChangeLog::lastSeq));
      assertEquals(
          List.of(new LoggedStep(8, 8, steps.get(7)), new LoggedStep(9, 9, steps.get(8))),
          project.reading(reading -> ChangeLog.stepsAfter(reading, 7, 2)));
      assertEquals(List.of(), project.reading(reading -> ChangeLog.stepsAfter(reading, 10, 2)));
    }
  }

  @Test
  void keepsTimesToTheMillisecond() {
    for (String time :
        List.of(
            "2026-11-21T12:00:00Z",
            "2026-11-21T12:00:00.100Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "1969-12-31T23:59:59.999Z")) {
      Instant at = Instant.parse(time);
      assertEquals(at, StoredTime.of(StoredTime.text(at)));
      assertEquals(24, StoredTime.text(at).length());
    }
    assertEquals(
        "2026-11-21T12:00:00.000Z", StoredTime.text(Instant.parse("2026-11-21T12:00:00Z")));
    assertEquals(
        Instant.parse("2026-11-21T12:00:00.123Z"),
        new Step(ID, Instant.parse("2026-11-21T12:00:00.123999999Z"), ANN, "x", null, List.of())
            .at());
    for (String bad :
        List.of(
            "",
            "2026-11-21T12:00:00Z",
            "2026-11-21T12:00:00.000+",
            "2026-11-21 12:00:00.000Z",
            "2026-13-21T12:00:00.000Z",
            "2026-02-30T12:00:00.000Z",
            "2026-11-21T24:00:00.000Z",
            "+026-11-21T12:00:00.000Z",
            "2026-11-21T12:00:00.0000Z",
            "\u0662026-11-21T12:00:00.000Z".substring(0, 24))) {
      assertRefused("the project file is damaged", () -> StoredTime.of(bad));
    }
    assertRefused("outside the years", () -> StoredTime.text(Instant.MAX));
    assertRefused(
        "outside the years", () -> StoredTime.text(Instant.parse("-0001-12-31T23:59:59.999Z")));
  }

  @Test
  void theSameStepAgainIsNotStoredTwice() {
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      Step step = step(ID, new Change.Added(VERDICT));
      assertEquals(1, ChangeLog.append(project, step));
      new Work("ben", new Ledger(), TRANSCRIPTS, 1).store(project, 3);
      assertEquals(1, ChangeLog.append(project, step));
      assertEquals(4L, project.reading(ChangeLog::lastSeq));
      assertRefused(
          "another step with the id",
          () ->
              ChangeLog.append(
                  project, new Step(ID, Projects.NOON, ANN, "other", null, step.changes())));
    }
  }

  @Test
  void aStepThatDoesNotFitTheLogIsRefusedAndTheLogStaysReadable() {
    Verdict other = new Verdict(ANN, VERDICT.transcript(), VERDICT.question(), "no");
    StepId second = StepId.of("01930000-0000-7000-8000-00000000000b");
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      ChangeLog.append(project, step(ID, new Change.Added(VERDICT)));
      for (Change change :
          List.of(
              new Change.Added(other),
              new Change.Removed(other),
              new Change.Replaced(other, VERDICT))) {
        assertRefused("changed since", () -> ChangeLog.append(project, step(second, change)));
      }
      ChangeLog.append(
          project,
          step(
              second,
              new Change.Removed(VERDICT),
              new Change.Added(other),
              new Change.Replaced(other, VERDICT)));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aQuoteThatDoesNotStandThereIsRefused() {
    TranscriptId id = VERDICT.transcript();
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      for (Anchor anchor :
          List.of(
              new Anchor(id, 1, 1, new Span(0, 3), "pay"),
              new Anchor(id, 1, 1, new Span(1, 4), "Pay"),
              new Anchor(id, 1, 1, new Span(26, 30), "ow.x"),
              new Anchor(id, 1, 2, new Span(0, 3), "Pay"),
              new Anchor(id, 1, 0, new Span(23, 24), "\ud83d\ude00".substring(0, 1)))) {
        Step step = step(ID, new Change.Added(annotation(anchor)));
        assertRefused("", () -> ChangeLog.append(project, step));
      }
      assertEquals(0L, project.reading(ChangeLog::lastSeq));
      ChangeLog.append(
          project,
          step(ID, new Change.Added(annotation(new Anchor(id, 1, 1, new Span(0, 3), "Pay")))));
    }
  }

  @Test
  void aVerdictOnATranscriptThatIsNotThereIsRefused() {
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      Verdict verdict =
          new Verdict(ANN, new TranscriptId("f".repeat(32)), new QuestionId("q"), "a");
      assertRefused(
          "refers to something that is not in the project",
          () -> ChangeLog.append(project, step(ID, new Change.Added(verdict))));
    }
  }

  @Test
  void eachRatersStepsCarryHashesOverAllTheySayAndTheHashBefore() {
    Verdict ben = new Verdict(new RaterId("ben"), VERDICT.transcript(), VERDICT.question(), "no");
    StepId second = StepId.of("01930000-0000-7000-8000-00000000000b");
    StepId third = StepId.of("01930000-0000-7000-8000-00000000000c");
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      ChangeLog.append(project, step(ID, new Change.Added(VERDICT)));
      ChangeLog.append(
          project,
          new Step(second, Projects.NOON, ben.rater(), "x", null, List.of(new Change.Added(ben))));
      ChangeLog.append(
          project,
          new Step(third, Projects.NOON, ANN, "x", ID, List.of(new Change.Removed(VERDICT))));
      String key = "verdict " + VERDICT.transcript() + " usable ann";
      String json = ThingCodec.write(VERDICT);
      String subject = VERDICT.transcript().value();
      String at = "2026-11-21T12:00:00.123Z";
      String first =
          sha256(
              "examen step 2",
              "1",
              ID.toString(),
              at,
              "ann",
              "x",
              null,
              "1",
              "0",
              key,
              "verdict",
              subject,
              null,
              json,
              "");
      String last =
          sha256(
              "examen step 2",
              "3",
              third.toString(),
              at,
              "ann",
              "x",
              ID.toString(),
              "1",
              "0",
              key,
              "verdict",
              subject,
              json,
              null,
              first);
      List<StepRow> rows = project.reading(reading -> StepTable.arrivedAfter(reading, 0, 10));
      assertEquals(List.of("", "", first), rows.stream().map(StepRow::prevHash).toList());
      assertEquals(first, rows.getFirst().hash());
      assertEquals(last, rows.getLast().hash());
      assertEquals(
          Map.of(ANN, last, ben.rater(), rows.get(1).hash()), project.reading(ChangeLog::heads));
    }
  }

  @Test
  void aStepOfManyChangesIsStoredAsAWhole() {
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      Work work = new Work("ann", new Ledger(), TRANSCRIPTS, 2);
      List<Command> commands = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        commands.add(work.putTag());
      }
      if (work.decide(new Command.Together("many", commands))
          instanceof Decision.Accepted(Step step)) {
        ChangeLog.append(project, step);
        work.ledger().apply(step);
      }
      if (work.decide(new Command.Undo()) instanceof Decision.Accepted(Step step)) {
        ChangeLog.append(project, step);
      }
      List<LoggedStep> steps = project.reading(reading -> ChangeLog.stepsAfter(reading, 0, 10));
      assertEquals(
          List.of(500, 500), steps.stream().map(step -> step.step().changes().size()).toList());
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void halfASurrogatePairInANoteOrTitleIsRefused() {
    try (ProjectFile project = filled(folder.resolve("p.examen"))) {
      Anchor anchor = Anchor.at(TRANSCRIPTS.getFirst(), 1, 1, new Span(0, 3));
      Annotation noted =
          new Annotation(
              annotation(anchor).id(),
              ANN,
              new TagId("t"),
              List.of(anchor),
              null,
              null,
              null,
              "\udc00");
      assertRefused(
          "half a surrogate", () -> ChangeLog.append(project, step(ID, new Change.Added(noted))));
      assertRefused(
          "half a surrogate",
          () ->
              ChangeLog.append(
                  project, new Step(ID, Projects.NOON, ANN, "\ud800", null, List.of())));
      assertFalse(project.<Boolean>reading(reading -> ChangeLog.has(reading, ID)));
      assertTrue(Verification.of(project).isEmpty());
    }
  }

  private static ProjectFile filled(Path file) {
    ProjectFile project = ProjectFile.create(file, Projects.ORIGIN);
    project.runInTransaction(
        writing -> {
          ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
          TRANSCRIPTS.forEach(transcript -> TranscriptTable.insert(writing, imported, transcript));
        });
    return project;
  }

  private static Step step(StepId id, Change... changes) {
    return new Step(id, Projects.NOON, ANN, "x", null, List.of(changes));
  }

  private static Annotation annotation(Anchor anchor) {
    return new Annotation(
        AnnotationId.of("01930000-0000-7000-8000-000000000001"),
        ANN,
        new TagId("blackmail"),
        List.of(anchor),
        null,
        null,
        null,
        "");
  }

  /** The documented encoding, written down a second time. */
  private static String sha256(@Nullable String... fields) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      for (String field : fields) {
        byte[] utf8 = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        out.writeInt(field == null ? -1 : utf8.length);
        out.write(utf8);
      }
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
