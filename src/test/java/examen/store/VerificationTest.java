package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final int STEPS = 30;
  private static final int LAST_OF_ANN = 28;
  private static final List<Integer> SOME = List.of(1, 2, 5, 16, LAST_OF_ANN, STEPS);
  private static final List<Integer> ALL = IntStream.rangeClosed(1, STEPS).boxed().toList();

  @TempDir Path folder;
  private Path good;

  @BeforeEach
  void twoRatersWork() {
    try (ProjectFile project = Projects.createWith(folder, 3)) {
      Ledger ledger = new Ledger();
      Work ann =
          new Work("ann", ledger, List.of(Projects.transcript(1), Projects.transcript(2)), 1);
      Work ben =
          new Work("ben", ledger, List.of(Projects.transcript(1), Projects.transcript(2)), 2);
      for (int i = 0; i < STEPS / 6; i++) {
        ann.store(project, 4);
        ben.store(project, 2);
      }
      good = project.path();
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void findsAnEditOfAnyColumnOfAStep() throws SQLException, IOException {
    findsEditsOfSteps(SOME);
  }

  @Test
  void findsAnEditOfAnyColumnOfAChange() throws SQLException, IOException {
    findsEditsOfChanges(SOME);
  }

  @Test
  @Tag("nightly")
  void findsAnEditOfAnyColumnOfAnyRow() throws SQLException, IOException {
    findsEditsOfSteps(ALL);
    findsEditsOfChanges(ALL);
  }

  private void findsEditsOfSteps(List<Integer> rows) throws SQLException, IOException {
    List<String> columns =
        List.of("id", "clock", "at", "rater", "what", "undoes", "prev_hash", "hash");
    for (String column : columns) {
      for (int seq : rows) {
        String value =
            switch (column) {
              case "id" -> "'01930000-0000-7000-8000-00000000ffff'";
              case "clock" -> "clock + 100";
              case "at" -> "substr(at, 1, 22) || ((substr(at, 23, 1) + 1) % 10) || 'Z'";
              case "rater" -> "CASE rater WHEN 'ann' THEN 'ben' ELSE 'ann' END";
              case "what" -> "what || ' '";
              case "undoes" ->
                  "CASE WHEN undoes IS NULL THEN (SELECT id FROM step WHERE seq = 1) ELSE NULL END";
              default -> "hex(randomblob(32))";
            };
        assertFirstBreak(seq, "UPDATE step SET " + column + " = " + value + " WHERE seq = " + seq);
      }
    }
  }

  private void findsEditsOfChanges(List<Integer> rows) throws SQLException, IOException {
    List<String> edits =
        List.of(
            "key = key || '0'",
            "kind = CASE kind WHEN 'verdict' THEN 'annotation' ELSE 'verdict' END",
            "subject = '%032x'".formatted(3),
            "n = n + 5",
            "before = CASE WHEN before IS NULL THEN after ELSE replace(before, '\"rater\"', '"
                + " \"rater\"') END",
            "after = CASE WHEN after IS NULL THEN before ELSE replace(after, '\"rater\"', '"
                + " \"rater\"') END");
    for (String edit : edits) {
      for (int seq : rows) {
        assertFirstBreak(seq, "UPDATE change SET " + edit + " WHERE step = " + seq + " AND n = 0");
      }
    }
  }

  @Test
  void findsAStepThatWasRemovedFromTheMiddle() throws SQLException, IOException {
    for (int seq : SOME) {
      if (seq == STEPS) {
        continue;
      }
      String remove = "DELETE FROM step WHERE seq = " + seq;
      String itsChanges = "DELETE FROM change WHERE step = " + seq;
      assertFinds(
          "number " + (seq + 1) + " after " + (seq - 1),
          "step " + (seq + 1) + ",",
          itsChanges,
          remove);
      if (seq == LAST_OF_ANN) {
        continue;
      }
      // The gap closed by whoever did it:
      assertFinds(
          "does not follow any of its rater's steps before",
          "step ",
          itsChanges,
          remove,
          "UPDATE change SET step = -step WHERE step > " + seq,
          "UPDATE step SET seq = -seq WHERE seq > " + seq,
          "UPDATE change SET step = -step - 1 WHERE step < 0",
          "UPDATE step SET seq = -seq - 1 WHERE seq < 0");
    }
  }

  @Test
  void findsAChangeThatWasRemovedOrMovedToAnotherStep() throws SQLException, IOException {
    assertFinds("was changed after it was stored", "step 7,", "DELETE FROM change WHERE step = 7");
    assertFinds(
        "was changed after it was stored",
        "step 7,",
        "UPDATE change SET step = 8, n = n + 10 WHERE step = 7");
  }

  @Test
  void findsTwoStepsOfOneRaterThatWereSwappedInTheOrderOfTheLog() throws SQLException, IOException {
    for (int seq : List.of(1, 2, 3, 7, 25)) {
      assertFinds(
          "was changed after it was stored",
          "step " + (seq + 1) + ",",
          "UPDATE step SET clock = 1000 WHERE seq = " + seq,
          "UPDATE step SET clock = " + seq + " WHERE seq = " + (seq + 1),
          "UPDATE step SET clock = " + (seq + 1) + " WHERE seq = " + seq);
    }
  }

  @Test
  void inWhichOrderStepsArrivedDoesNotMatter() throws SQLException, IOException {
    assertEquals(
        List.of(),
        damaged(
            "UPDATE change SET step = -step",
            "UPDATE step SET seq = -seq",
            "UPDATE change SET step = step + 31",
            "UPDATE step SET seq = seq + 31"));
  }

  @Test
  void findsAStepPutInBetweenWithAHashOfItsOwn() throws SQLException, IOException {
    String nobodys = "0".repeat(64);
    assertFinds(
        "does not follow",
        "step " + (STEPS + 1) + ",",
        "INSERT INTO step SELECT (SELECT max(seq) + 1 FROM step),"
            + " '01930000-0000-7000-8000-00000000ffff', clock, at, rater, what, undoes, '"
            + nobodys
            + "', (SELECT hash FROM step WHERE seq = 1) FROM step WHERE seq = "
            + LAST_OF_ANN,
        "UPDATE step SET hash = '" + hashOfTheAdded(nobodys) + "' WHERE id LIKE '%ffff'");
  }

  @Test
  void findsTextThatNoLongerIsWhatWasQuoted() throws SQLException, IOException {
    List<Finding> findings =
        damaged(
            "UPDATE part SET text = 'P' || text WHERE transcript = '%032x' AND idx = 0"
                .formatted(1));
    assertTrue(what(findings).contains("the index of words is not that of the texts"));
    String sealed = "transcript %032x".formatted(1);
    assertTrue(findings.stream().anyMatch(f -> f.where().equals(sealed)), findings.toString());
    List<Finding> quotes =
        findings.stream()
            .filter(f -> !f.where().equals("the index of words") && !f.where().equals(sealed))
            .toList();
    assertFalse(quotes.isEmpty());
    for (Finding finding : quotes) {
      assertEquals(
          "the quote of an annotation or of a decision on a highlight is not what stands at its"
              + " place",
          finding.what());
      assertTrue(
          finding.where().startsWith("transcript %032x, message 1, part 0, [".formatted(1)),
          finding.where());
    }
  }

  @Test
  void findsAnIndexThatIsNotOfTheTexts() throws SQLException, IOException {
    List<Finding> missing = damaged("INSERT INTO part_text (part_text) VALUES ('delete-all')");
    assertTrue(
        what(missing).contains("the index of words is not that of the texts"), missing::toString);
  }

  @Test
  void findsThatAnAnnotatedTranscriptIsGone() throws SQLException, IOException {
    String id = " WHERE transcript = '%032x'".formatted(1);
    List<Finding> findings =
        damaged(
            "DELETE FROM part" + id,
            "DELETE FROM message" + id,
            "DELETE FROM condition" + id,
            "DELETE FROM transcript WHERE id = '%032x'".formatted(1));
    assertTrue(
        what(findings).contains("annotations or decisions are on a transcript that is not there"),
        findings::toString);
    assertTrue(
        what(findings).contains("a row refers to one that is not there"), findings::toString);
  }

  @Test
  void findsChangesOfAStepThatIsGone() throws SQLException, IOException {
    List<Finding> findings = damaged("DELETE FROM step WHERE seq = " + STEPS);
    assertEquals("a row refers to one that is not there", findings.getFirst().what());
  }

  @Test
  void findsAViewThatSaysSomethingElseThanTheLog() throws SQLException {
    try (ProjectFile project = ProjectFile.open(good)) {
      Damage.run(
          good,
          "DROP VIEW verdict_now",
          "CREATE VIEW verdict_now AS SELECT '' AS transcript, '' AS question, '' AS rater, '' AS"
              + " answer");
      List<Finding> findings = Verification.of(project);
      assertEquals(
          List.of("the tables", "view verdict_now"),
          findings.stream().map(Finding::where).toList());
      assertEquals(
          "not as Examen makes it: view verdict_now was changed", findings.getFirst().what());
    }
  }

  @Test
  void findsAnIndexThatDoesNotFitItsTable() throws IOException {
    try (ProjectFile project = ProjectFile.open(good)) {
      assertEquals(List.of(), Verification.of(project));
    }
    // The same id stands in the table and in its index; only the table's is changed here.
    byte[] bytes = Files.readAllBytes(good);
    byte[] title = "sample-2".getBytes(StandardCharsets.US_ASCII);
    int at = lastIndexOf(bytes, title);
    try (RandomAccessFile file = new RandomAccessFile(good.toFile(), "rw")) {
      file.seek(at - 32);
      file.write("00000000000000000000000000000009".getBytes(StandardCharsets.US_ASCII));
    }
    try (ProjectFile project = ProjectFile.open(good)) {
      List<Finding> findings = Verification.of(project);
      assertTrue(what(findings).contains("SQLite finds the database damaged"), findings::toString);
    }
  }

  @Test
  void findsEachOfManyRandomBytesThatWereChangedInTheLog() throws IOException {
    List<StepRow> rows = rows(good).orElseThrow();
    byte[] bytes = Files.readAllBytes(good);
    Random random = new Random(77);
    int changes = 0;
    while (changes < 25) {
      int at = random.nextInt(bytes.length);
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("changed.examen"), changed);
      Optional<List<StepRow>> now = rows(file);
      if (now.isPresent() && !now.get().equals(rows)) {
        changes++;
        assertTrue(isFound(file), "seed 77, byte " + at);
      }
    }
  }

  /** Empty if the file, or what is asked of it, is refused. */
  private static Optional<List<StepRow>> rows(Path file) {
    try (ProjectFile project = ProjectFile.open(file)) {
      return Optional.of(
          project.reading(reading -> StepTable.arrivedAfter(reading, 0, STEPS + 10)));
    } catch (StoreException refused) {
      return Optional.empty();
    }
  }

  private static boolean isFound(Path file) {
    try (ProjectFile project = ProjectFile.open(file)) {
      return !Verification.of(project).isEmpty();
    } catch (StoreException refused) {
      return true;
    }
  }

  /** The hash that a step put in by hand would need to be right in itself. */
  private String hashOfTheAdded(String prevHash) {
    try (ProjectFile project = ProjectFile.open(good)) {
      List<StepRow> rows = project.reading(reading -> StepTable.arrivedAfter(reading, 0, STEPS));
      StepRow model =
          rows.stream().filter(row -> row.rater().equals("ann")).reduce((a, b) -> b).orElseThrow();
      return new StepRow(
              0,
              "01930000-0000-7000-8000-00000000ffff",
              model.clock(),
              model.at(),
              "ann",
              model.what(),
              model.undoes(),
              prevHash,
              "",
              List.of())
          .computedHash();
    }
  }

  private void assertFirstBreak(int seq, String damage) throws SQLException, IOException {
    List<Finding> findings = damaged(damage);
    assertTrue(
        findings.stream().anyMatch(finding -> finding.where().startsWith("step " + seq + ",")),
        damage + ": " + findings);
  }

  private void assertFinds(String what, String where, String... damage)
      throws SQLException, IOException {
    List<Finding> findings = damaged(damage);
    assertTrue(
        findings.stream()
            .anyMatch(
                finding -> finding.what().contains(what) && finding.where().startsWith(where)),
        String.join("; ", damage) + ": " + findings);
  }

  private List<Finding> damaged(String... statements) throws SQLException, IOException {
    Path copy = folder.resolve("damaged.examen");
    Files.copy(good, copy, StandardCopyOption.REPLACE_EXISTING);
    Damage.plant(copy, statements);
    try (ProjectFile project = ProjectFile.open(copy)) {
      return Verification.of(project);
    }
  }

  private static List<String> what(List<Finding> findings) {
    return findings.stream().map(Finding::what).toList();
  }

  private static int lastIndexOf(byte[] bytes, byte[] what) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + what.length <= bytes.length; i++) {
      int n = 0;
      while (n < what.length && bytes[i + n] == what[n]) {
        n++;
      }
      if (n == what.length) {
        places.add(i);
      }
    }
    return places.stream()
        .filter(i -> bytes[i - 1] == '2' && bytes[i - 2] == '0')
        .findFirst()
        .orElseThrow();
  }
}
