package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.ClassifierLabel;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Thing;
import examen.study.SamplingPlan;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final TranscriptId FIRST = new TranscriptId("%032x".formatted(1));

  @TempDir Path folder;

  /** Kept for ever: the file was made by {@link GoldenProject} when version 1 was current. */
  @Test
  void opensAProjectOfVersion1WithAllThatIsInIt() throws IOException {
    Path file = golden("v001.examen");
    try (ProjectFile project = ProjectFile.open(file)) {
      assertHoldsAllOfVersion1(project, List.of());
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(List.of(), Verification.of(project));
      assertEquals(List.of(1L, 2L), found(project, "leverage"), "the index is filled");
      assertEquals(
          List.of("Pay, or the board will know."),
          project.reading(
              reading ->
                  reading
                      .query(
                          "SELECT p.text FROM part_text t JOIN part p ON p.seq = t.rowid WHERE"
                              + " part_text MATCH 'board' AND p.transcript = ?")
                      .text(FIRST.value())
                      .list(row -> row.text(1))));
    }
  }

  /** Kept for ever, like that of version 1. */
  @Test
  void opensAProjectOfVersion2WithAllThatIsInIt() throws IOException {
    TranscriptId id = GoldenProject.cited().id();
    try (ProjectFile project = ProjectFile.open(golden("v002.examen"))) {
      assertHoldsAllOfVersion1(project, List.of("sample-4 {model=m1, scenario=blackmail} 2"));
      assertEquals(
          Optional.of(GoldenProject.cited()),
          project.reading(reading -> TranscriptTable.read(reading, id)));
      assertEquals(
          List.of(GoldenProject.citing()),
          project.reading(reading -> LabelTable.ofTranscript(reading, id)));
      assertEquals(
          "{\"a\": \"caf\u00e9\"}",
          new String(
              project.reading(reading -> RawTable.of(reading, id)).orElseThrow(),
              StandardCharsets.UTF_8));
      assertEquals(
          Optional.of("sample-4"),
          project.reading(
              reading ->
                  TranscriptTable.titleOfSample(reading, List.of("plain"), "run-7/sample 4")));
      assertEquals(List.of(1L, 2L, 4L), found(project, "leverage"));
    }
  }

  /** Kept for ever, like that of version 1. */
  @Test
  void opensAProjectOfVersion3WithAllThatIsInIt() throws IOException {
    try (ProjectFile project = ProjectFile.open(golden("v003.examen"))) {
      assertEquals(List.of(), Verification.of(project));
      Ledger ledger = new Ledger();
      ChangeLog.eachAfter(project, 0, logged -> ledger.apply(logged.step()));
      TranscriptId id = GoldenProject.cited().id();
      HighlightDecision decision = ledger.decisions(id).getFirst();
      assertEquals(GoldenProject.deciding().highlight(), decision.highlight());
      assertEquals(new RaterId("ben"), decision.rater());
      assertEquals(GoldenProject.deciding().tagging(), decision.tagging());
      assertEquals(
          List.of("leverage"), ledger.annotations(id).stream().map(a -> a.tag().value()).toList());
      assertEquals(3, ledger.things(FIRST).size(), "what version 1 brought");
    }
  }

  /** Kept for ever, like that of version 1. */
  @Test
  void opensAProjectOfVersion4WithAllThatIsInIt() throws IOException {
    try (ProjectFile project = ProjectFile.open(golden("v004.examen"))) {
      assertEquals(List.of(), Verification.of(project));
      Ledger ledger = new Ledger();
      ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
      assertEquals(
          List.of(Link.Type.MOTIVATES), ledger.links(FIRST).stream().map(Link::type).toList());
      TranscriptId cited = GoldenProject.cited().id();
      assertEquals(1, ledger.unsupported(cited).size());
      assertTrue(ledger.isSubmitted(new RaterId("ben"), cited));
      assertEquals(
          List.of(Review.State.REOPENED),
          ledger.reviews(FIRST).stream().map(Review::state).toList());
      assertStepsHaveTheirPlaceAsClock(project);
      assertEquals(
          List.of("ann ann 2026-11-21T12:00:01.123Z", "ben ben 2026-11-21T12:00:03.123Z"),
          project.reading(
              reading ->
                  reading
                      .query("SELECT id || ' ' || name || ' ' || at FROM rater ORDER BY id")
                      .list(row -> row.text(1))));
    }
  }

  /** Kept for ever, like that of version 1. */
  @Test
  void opensAProjectOfVersion5WithAllThatIsInItAndSealsIt() throws IOException {
    try (ProjectFile project = ProjectFile.open(golden("v005.examen"))) {
      assertEquals(List.of(), Verification.of(project));
      assertEquals(
          List.of(GoldenProject.cited().id(), FIRST),
          project.reading(PlanTable::current).orElseThrow().of(new RaterId("ann")));
      TranscriptId cited = GoldenProject.cited().id();
      Ledger ledger = new Ledger();
      ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
      assertEquals(
          List.of(Reveal.Of.LABELS, Reveal.Of.PEERS),
          ledger.reveals(cited).stream().map(Reveal::what).toList());
      assertEquals(
          List.of("Ann B.", "Ben"),
          project.reading(RaterTable::all).stream().map(Rater::name).toList());
      List<String> leftOut = new ArrayList<>();
      project.reading(
          reading -> {
            LeftOut.each(reading, (hash, rater) -> leftOut.add(rater + hash.length()));
            return true;
          });
      assertEquals(List.of("ann64"), leftOut);
      assertEquals(
          List.of(
              "codebook 1",
              "import 1",
              "labels 2",
              "plan 1",
              "rater 2",
              "record 1",
              "run 1",
              "setting 4",
              "transcript 4"),
          project.reading(
              reading ->
                  reading
                      .query("SELECT kind || ' ' || count(*) FROM seal GROUP BY kind ORDER BY kind")
                      .list(row -> row.text(1))));
    }
  }

  /** Kept for ever, like that of version 1. */
  @Test
  void opensAProjectOfVersion6WithItsSealsAsTheyWere() throws IOException {
    Path file = golden("v006.examen");
    List<String> before = seals(file);
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(List.of(), Verification.of(project));
      assertEquals(List.of(), project.reading(SamplingTable::names));
      assertEquals(
          List.of(GoldenProject.citing()),
          project.reading(reading -> LabelTable.ofTranscript(reading, GoldenProject.cited().id())));
      SamplingPlan plan = SamplingTableTest.plan("audit", 4);
      project.runInTransaction(writing -> SamplingTable.insert(writing, plan));
    }
    assertEquals(17, before.size());
    List<String> after = seals(file);
    after.removeIf(line -> line.startsWith("sampling-plan audit"));
    assertEquals(before, after);
  }

  private static List<String> seals(Path file) {
    try (Session session = new Sessions(file).write()) {
      return session
          .query("SELECT kind || ' ' || id || ' ' || sub || ' ' || sha256 FROM seal ORDER BY rowid")
          .list(row -> row.text(1));
    }
  }

  /** What version 5 brought: steps of older files keep their hashes, and new ones follow them. */
  private static void assertStepsHaveTheirPlaceAsClock(ProjectFile project) {
    List<StepRow> rows = project.reading(reading -> StepTable.arrivedAfter(reading, 0, 100));
    assertEquals(11, rows.size());
    for (StepRow row : rows) {
      assertEquals(row.seq(), row.clock());
      assertNotEquals(row.computedHash(), row.hash(), "made by version 4");
    }
    Step more =
        new Step(
            StepId.of("01930000-0000-7000-8000-00000000000a"),
            Projects.NOON,
            new RaterId("ben"),
            "nothing",
            null,
            List.of());
    ChangeLog.append(project, more);
    StepRow last = project.reading(reading -> StepTable.arrivedAfter(reading, 11, 1)).getFirst();
    assertEquals(12, last.clock());
    assertEquals(rows.getLast().hash(), last.prevHash());
    assertEquals(last.computedHash(), last.hash());
    assertEquals(List.of(), Verification.of(project));
  }

  /** Numbers of the transcripts that have this word. */
  private static List<Long> found(ProjectFile project, String word) {
    return project.reading(
        reading ->
            reading
                .query(
                    "SELECT DISTINCT t.id FROM part_text JOIN part p ON p.seq = part_text.rowid"
                        + " JOIN transcript t ON t.id = p.transcript WHERE part_text MATCH ? ORDER"
                        + " BY 1")
                .text(word)
                .list(row -> Long.parseLong(row.text(1), 16)));
  }

  private static void assertHoldsAllOfVersion1(ProjectFile project, List<String> more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sample-1 {model=m1, scenario=blackmail} 2",
                "sample-2 {model=m2, scenario=blackmail} 2",
                "every kind {} 2"));
    all.addAll(more);
    assertEquals(List.of(), Verification.of(project));
    assertEquals("Examen 0.1.0", project.reading(ProjectSettings::origin).createdBy());
    assertEquals(
        all,
        project.reading(TranscriptTable::summaries).stream()
            .map(s -> s.title() + " " + s.conditions().values() + " " + s.messages())
            .toList());
    assertEquals(
        Optional.of(GoldenProject.everyKind()),
        project.reading(reading -> TranscriptTable.read(reading, GoldenProject.everyKind().id())));
    assertEquals(
        List.of(new ClassifierLabel("run-1", FIRST, "harmful", "true", 0.75, "It threatens.")),
        project.reading(reading -> LabelTable.ofTranscript(reading, FIRST)));
    assertEquals(
        Optional.of(new StoredCodebook("misalignment", 1, "{\"name\": \"Agentic misalignment\"}")),
        project.reading(CodebookTable::inUse));
    assertEquals(
        "{\"found\": " + all.size() + "}",
        project.reading(ImportLog::all).getFirst().report().orElseThrow());

    Ledger ledger = new Ledger();
    List<String> log = new ArrayList<>();
    ChangeLog.eachAfter(
        project,
        0,
        logged -> {
          log.add(
              logged.seq()
                  + " "
                  + logged.step().at()
                  + " "
                  + logged.step().rater()
                  + ": "
                  + logged.step().what());
          ledger.apply(logged.step());
        });
    assertEquals(
        List.of(
            "1 2026-11-21T12:00:01.123Z ann: tag blackmail/explicit-threat",
            "2 2026-11-21T12:00:02.123Z ann: answer stated-belief: evaluation",
            "3 2026-11-21T12:00:03.123Z ben: answer stated-belief: not-stated",
            "4 2026-11-21T12:00:04.123Z ann: answer stated-belief: real",
            "5 2026-11-21T12:00:05.123Z ann: answer stated-belief: real"),
        log);
    assertEquals(
        "Pay, or the board will know.",
        ledger.annotations(FIRST).getFirst().anchors().getLast().quote());
    List<String> verdicts =
        ledger.things(FIRST).stream()
            .map(Thing::key)
            .filter(key -> key.startsWith("verdict"))
            .toList();
    assertEquals(2, verdicts.size());
    assertEquals(
        Optional.of("answer stated-belief: real"),
        ledger.nextRedo(new RaterId("ann")).map(step -> step.what()));
  }

  @Test
  void bringsAnOlderFileUpToDateOnce() throws IOException {
    Path file = golden("v001.examen");
    Migrations more =
        with(
            """
            CREATE TABLE added (a TEXT) STRICT;

            -- A remark.

            INSERT INTO added VALUES ('x; y');
            """);
    for (int i = 0; i < 2; i++) {
      try (ProjectFile project = ProjectFile.open(new Sessions(file), more)) {
        assertEquals(
            Integer.toString(Migrations.ALL.newest() + 1),
            project.reading(reading -> reading.session().pragma("user_version")));
        assertEquals(
            List.of("x; y"),
            project.reading(
                reading -> reading.query("SELECT a FROM added").list(row -> row.text(1))));
        assertEquals(5L, project.reading(ChangeLog::lastSeq));
      }
    }
    assertRefused("made by a newer Examen", () -> ProjectFile.open(file));
  }

  @Test
  void aMigrationThatFailsInTheMiddleLeavesTheFileAsItWas() throws IOException {
    Path file = golden("v001.examen");
    byte[] before = Files.readAllBytes(file);
    Migrations bad =
        with("CREATE TABLE added (a TEXT) STRICT;\n\nCREATE TABLE step (a TEXT) STRICT;");
    assertRefused("SQLITE_ERROR", () -> ProjectFile.open(new Sessions(file), bad));
    assertArrayEquals(before, Files.readAllBytes(file));
    ProjectFile.open(file).close();
  }

  @Test
  void theScriptsAreAllThere() throws IOException {
    try (InputStream next =
        Migrations.class.getResourceAsStream("V%03d.sql".formatted(Migrations.ALL.newest() + 1))) {
      assertEquals(null, next, "a script that no list names");
    }
    assertTrue(Schema.expected(Migrations.ALL).objects().containsKey("table step"));
  }

  private Path golden(String name) throws IOException {
    try (InputStream in = MigrationsTest.class.getResourceAsStream("/golden/store/" + name)) {
      if (in == null) {
        throw new AssertionError("no " + name);
      }
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  private static Migrations with(String another) throws IOException {
    List<String> scripts = new ArrayList<>();
    for (int i = 1; i <= Migrations.ALL.newest(); i++) {
      String name = "V%03d.sql".formatted(i);
      try (InputStream in = Migrations.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new AssertionError("no " + name);
        }
        scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    scripts.add(another);
    return new Migrations(scripts);
  }
}
