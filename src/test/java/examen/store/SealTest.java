package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.ClassifierLabel;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored as a whole carries a seal, and is not shown as right when it is not. */
class SealTest {
  private static final TranscriptId CITED = GoldenProject.cited().id();

  @TempDir Path folder;

  /** Each changes something that no other check would find. */
  private static final Map<String, String> EDITS =
      Map.ofEntries(
          Map.entry("UPDATE transcript SET title = 'b' WHERE id = '%s'", "transcript "),
          Map.entry("UPDATE transcript SET raw = NULL WHERE id = '%s'", "transcript "),
          Map.entry(
              "UPDATE transcript SET metadata = '{\"a\":\"1\"}' WHERE id = '%s'", "transcript "),
          Map.entry("UPDATE condition SET value = 'm9' WHERE transcript = '%s'", "transcript "),
          Map.entry("DELETE FROM condition WHERE transcript = '%s'", "transcript "),
          Map.entry("UPDATE message SET role = 'tool' WHERE transcript = '%s'", "transcript "),
          Map.entry("UPDATE message SET speaker = '' WHERE transcript = '%s'", "transcript "),
          Map.entry(
              "UPDATE part SET kind = 'text' WHERE transcript = '%s' AND kind = 'reasoning'",
              "transcript "),
          Map.entry("UPDATE part SET text = text || ' ' WHERE transcript = '%s'", "transcript "),
          Map.entry(
              "UPDATE part SET source_start = 1, source_end = 2 WHERE transcript = '%s'",
              "transcript "),
          Map.entry("UPDATE branch SET name = 'third' WHERE idx = 1", "transcript "),
          Map.entry(
              "UPDATE part SET attributes = replace(attributes, 'call-1', 'call-2')",
              "transcript "),
          Map.entry(
              "UPDATE classifier_label SET rationale = 'b' WHERE transcript = '%s'", "what a"),
          Map.entry("UPDATE classifier_label SET score = 0.5 WHERE transcript = '%s'", "what a"),
          Map.entry("UPDATE classifier_label SET value = 'true' WHERE transcript = '%s'", "what a"),
          Map.entry("UPDATE citation SET said = 'b' WHERE n = 0", "what a"),
          Map.entry("UPDATE citation SET likeness = 0.9 WHERE n = 1", "what a"),
          Map.entry("DELETE FROM citation WHERE n = 3", "what a"),
          Map.entry("DELETE FROM citation", "what a"),
          Map.entry(
              "UPDATE raw_record SET packing = 'none', packed = CAST('{\"a\": \"cafe\"}' AS BLOB),"
                  + " length = 13",
              "the record"));

  @Test
  void whateverIsChangedOfATranscriptOrALabelIsFoundAndNamed() throws SQLException, IOException {
    for (Map.Entry<String, String> edit : EDITS.entrySet()) {
      Path file = golden();
      Damage.plant(file, edit.getKey().formatted(CITED));
      try (ProjectFile project = ProjectFile.open(file)) {
        List<Finding> seals =
            Verification.of(project).stream()
                .filter(finding -> finding.what().equals("this does not read as it was stored"))
                .toList();
        assertTrue(!seals.isEmpty(), edit.getKey());
        assertTrue(seals.getFirst().where().startsWith(edit.getValue()), seals.toString());
      }
    }
  }

  @Test
  void aTranscriptThatWasChangedIsNotReadAndTheOthersAre() throws SQLException, IOException {
    Path file = golden();
    Damage.plant(file, "UPDATE condition SET value = 'm9' WHERE transcript = '" + CITED + "'");
    try (ProjectFile project = ProjectFile.open(file)) {
      assertRefused(
          "transcript " + CITED + " does not read as it was stored",
          () -> project.reading(reading -> TranscriptTable.read(reading, CITED)));
      assertEquals(
          Optional.of(GoldenProject.everyKind()),
          project.reading(r -> TranscriptTable.read(r, GoldenProject.everyKind().id())));
      assertEquals(
          List.of(GoldenProject.citing()),
          project.reading(reading -> LabelTable.ofTranscript(reading, CITED)));
    }
  }

  @Test
  void labelsAndRecordsThatWereChangedOrAreGoneAreNotRead() throws SQLException, IOException {
    for (String edit :
        List.of(
            "UPDATE citation SET said = 'b'",
            "PRAGMA foreign_keys = OFF; DELETE FROM classifier_label")) {
      Path file = golden();
      Damage.plant(file, edit.split("; "));
      try (ProjectFile project = ProjectFile.open(file)) {
        assertRefused(
            "what a classifier said of transcript " + CITED,
            () -> project.reading(reading -> LabelTable.ofTranscript(reading, CITED)));
      }
    }
    Path file = golden();
    Damage.plant(file, "UPDATE raw_record SET packing = 'none', packed = x'7b7d', length = 2");
    try (ProjectFile project = ProjectFile.open(file)) {
      assertRefused(
          "the record 1 of a file that was imported",
          () -> project.reading(reading -> RawTable.of(reading, CITED)));
    }
  }

  @Test
  void whatAWholeProjectRestsOnIsLookedAtWhenItIsOpened() throws SQLException, IOException {
    for (String edit :
        List.of(
            "UPDATE project SET value = 'false' WHERE key = 'raters.fixed'",
            "DELETE FROM project WHERE key = 'raters.fixed'",
            "INSERT INTO project VALUES ('more', '1')",
            "UPDATE codebook SET json = '{}'",
            "UPDATE codebook SET active = 0",
            "UPDATE plan SET json = replace(json, '7', '8')",
            "UPDATE assignment SET place = 3 WHERE place = 1",
            "DELETE FROM assignment WHERE place = 1",
            "UPDATE rater SET name = 'Eve' WHERE id = 'ann'",
            "UPDATE source_import SET report = '{}'",
            "UPDATE classifier_run SET version = '4'")) {
      Path file = golden();
      Damage.plant(file, edit);
      assertRefused("does not read as it was stored", () -> ProjectFile.open(file));
    }
  }

  @Test
  void whatIsAddedLaterIsSealedAndDamageIsNotSealedWithIt() throws SQLException, IOException {
    ClassifierLabel more = new ClassifierLabel("run-1", CITED, "late", "1", 0.25, "Later.");
    Path file = golden();
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(LabelOutcome.STORED, stored(project, more));
      assertEquals(LabelOutcome.PRESENT, stored(project, more));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "rules", "{}"));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "rules", "{ }"));
      assertEquals(2, project.reading(r -> LabelTable.ofTranscript(r, CITED)).size());
      assertEquals(List.of(), Verification.of(project));
    }
    Damage.plant(file, "UPDATE classifier_label SET rationale = 'x' WHERE name = 'late'");
    try (ProjectFile project = ProjectFile.open(file)) {
      ClassifierLabel yetMore = new ClassifierLabel("run-1", CITED, "later", "1", null, null);
      assertEquals(LabelOutcome.CONFLICT, stored(project, yetMore));
      assertNotEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void oneTransactionMayReadWhatItStores() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Transcript second = Projects.transcript(2);
      project.runInTransaction(
          writing -> {
            TranscriptTable.insert(writing, new ImportId(1), second);
            assertEquals(Optional.of(second), TranscriptTable.read(writing, second.id()));
          });
      assertEquals(Optional.of(second), project.reading(r -> TranscriptTable.read(r, second.id())));
    }
  }

  /** Made here without the classes that make it, from what README and records say of its form. */
  @Test
  void aSealIsTheHashOfAllFieldsEachLedByItsLength() throws NoSuchAlgorithmException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      String id = "%032x".formatted(1);
      String[] fields = {
        "examen seal 1",
        "transcript",
        id,
        "",
        "row",
        "1",
        "sample-1",
        "plain",
        "folder/sample-1.txt",
        "",
        "",
        "0".repeat(64),
        "1",
        "{}",
        "1",
        null,
        "end",
        "row",
        "model",
        "m1",
        "row",
        "scenario",
        "blackmail",
        "end",
        "row",
        "0",
        "system",
        null,
        "{}",
        "row",
        "1",
        "assistant",
        null,
        "{}",
        "end",
        "row",
        "0",
        "0",
        "text",
        "You are Alex.",
        null,
        null,
        "{}",
        "row",
        "1",
        "0",
        "reasoning",
        "I think this is a test. \ud83d\ude00 Leverage!",
        null,
        null,
        "{\"reasoning\":\"raw\"}",
        "row",
        "1",
        "1",
        "text",
        "Pay, or the board will know.",
        null,
        null,
        "{}",
        "end",
        "end"
      };
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String field : fields) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        int length = field == null ? -1 : bytes.length;
        digest.update(
            new byte[] {
              (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
        digest.update(bytes);
      }
      assertEquals(
          HexFormat.of().formatHex(digest.digest()),
          project.reading(
              reading ->
                  reading
                      .query("SELECT sha256 FROM seal WHERE kind = 'transcript' AND id = ?")
                      .text(id)
                      .first(row -> row.text(1))
                      .orElseThrow()));
    }
  }

  @Test
  void whatIsLeftOutOfARescueIsOnlyWhatIsBroken() throws SQLException, IOException {
    Path file = golden();
    Damage.plant(
        file,
        "UPDATE condition SET value = 'm9' WHERE transcript = '%032x'".formatted(1),
        "UPDATE classifier_label SET score = 0.1 WHERE transcript = '" + CITED + "'",
        "UPDATE rater SET name = 'Eve' WHERE id = 'ann'",
        "UPDATE raw_record SET packing = 'none', packed = x'7b7d', length = 2");
    Path target = folder.resolve("rescued.examen");
    RescueReport report = new Rescue(file, target, Projects.ORIGIN).run();
    assertEquals(
        Map.of("%032x".formatted(1), "it does not read as it was stored"), report.leftOut());
    assertEquals(3, report.remarks().size(), report.remarks().toString());
    assertEquals(3, report.transcripts());
    try (ProjectFile project = ProjectFile.open(target)) {
      assertEquals(
          Optional.of(GoldenProject.cited()),
          project.reading(reading -> TranscriptTable.read(reading, CITED)));
      assertEquals(List.of(), project.reading(r -> LabelTable.ofTranscript(r, CITED)));
      assertEquals(Optional.empty(), project.reading(r -> RawTable.of(r, CITED)));
      assertEquals(
          List.of("Ben"),
          project.reading(RaterTable::all).stream().map(rater -> rater.name()).toList());
    }
  }

  @Test
  void aTranscriptWithoutASealIsNotCertain() throws SQLException, IOException {
    Path file = golden();
    Damage.plant(file, "DELETE FROM seal WHERE kind = 'transcript' AND id = '" + CITED + "'");
    RescueReport report = new Rescue(file, folder.resolve("a.examen"), Projects.ORIGIN).run();
    assertEquals(List.of(CITED.value()), new ArrayList<>(report.leftOut().keySet()));
  }

  private static LabelOutcome stored(ProjectFile project, ClassifierLabel label) {
    return project.inTransaction(writing -> LabelTable.insert(writing, label));
  }

  /** The project of version 5, with its seals. */
  private Path golden() throws IOException {
    try (InputStream in = SealTest.class.getResourceAsStream("/golden/store/v005.examen")) {
      if (in == null) {
        throw new AssertionError("no sample");
      }
      Path file = Files.write(folder.resolve("golden.examen"), in.readAllBytes());
      ProjectFile.open(file).close();
      return file;
    }
  }
}
