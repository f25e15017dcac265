package examen.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they say, or mean harm: each is refused in one line, soon. */
@Timeout(60)
class ForeignFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void someonesProject() {
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1).store(project, 20);
      file = project.path();
    }
  }

  @Test
  void letsASoundProjectIn() {
    try (ForeignFile foreign = open(file)) {
      assertEquals(20L, foreign.reading(ChangeLog::lastSeq));
      assertEquals(file.getFileName(), foreign.path().getFileName());
    }
  }

  @Test
  void nothingIsEverWrittenThroughIt() {
    try (ForeignFile foreign = open(file)) {
      StoreException refused =
          assertThrows(
              StoreException.class,
              () -> foreign.reading(reading -> reading.query("DELETE FROM condition").update()));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("project.examen: "));
    }
  }

  @Test
  void refusesWhatIsNoProjectFile() throws IOException {
    assertRefused("there is no such file", folder.resolve("nowhere"));
    assertRefused("is a folder", folder);
    assertRefused("not an Examen project", Files.write(folder.resolve("empty"), new byte[0]));
    assertRefused(
        "not an SQLite file", Files.writeString(folder.resolve("text"), "hello\n".repeat(5000)));
    assertRefused("", Files.writeString(folder.resolve("short"), "SQLite format 3\0"));
  }

  @Test
  void refusesAPipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
      assertRefused("not an ordinary file", pipe);
    }
  }

  @Test
  void refusesAnotherProgramsDatabaseAndOneOfANewerExamen() throws SQLException {
    Damage.run(file, "PRAGMA user_version=" + (Migrations.ALL.newest() + 1));
    assertRefused("made by a newer Examen", file);
    Damage.run(file, "PRAGMA user_version=0");
    assertRefused("no version", file);
    Damage.run(file, "PRAGMA user_version=-3");
    assertRefused("no version", file);
    Damage.run(file, "PRAGMA application_id=7");
    assertRefused("not an Examen project", file);
  }

  @Test
  void refusesAViewThatStandsForATable() throws SQLException {
    Damage.run(
        file,
        "DROP VIEW review_now",
        "CREATE VIEW review_now AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
            + " SELECT x AS transcript, x AS rater, x AS state FROM c");
    assertRefused("view review_now was changed", file);
    Damage.run(
        file,
        "DROP TABLE left_out",
        "CREATE VIEW left_out AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
            + " SELECT hex(zeroblob(32)) AS hash, x AS rater FROM c");
    assertRefused("its tables are not just those", file);
  }

  @Test
  void refusesWhateverWasAddedHoweverItIsNamed() throws SQLException {
    for (String sql :
        List.of(
            "CREATE TRIGGER mine AFTER INSERT ON rater BEGIN DELETE FROM condition; END",
            "CREATE VIEW mine AS SELECT 1",
            "CREATE TABLE mine (a)",
            "CREATE TABLE part_text_more (a)",
            "CREATE INDEX mine ON step (hex(randomblob(100000000)))",
            "CREATE VIRTUAL TABLE mine USING fts5(a)")) {
      Path copy = copy();
      try {
        Damage.run(copy, sql);
      } catch (SQLException notEvenPossible) {
        continue;
      }
      assertRefused("its tables are not just those", copy);
    }
  }

  @Test
  void refusesWhatIsHiddenUnderSqlitesOwnNames() throws SQLException, IOException {
    Path copy = copy();
    Damage.run(
        copy,
        "CREATE TRIGGER mine_here AFTER INSERT ON rater BEGIN DELETE FROM condition; END",
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET name = 'sqlite_own', sql = replace(sql, 'mine_here',"
            + " 'sqlite_own') WHERE name = 'mine_here'",
        "PRAGMA writable_schema=OFF");
    assertRefused("", copy);
  }

  @Test
  void refusesATableWithoutItsChecks() throws SQLException, IOException {
    Path copy = copy();
    Damage.run(
        copy,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (length(id) = 36)', '') WHERE name ="
            + " 'step'",
        "PRAGMA writable_schema=OFF");
    assertRefused("table step was changed", copy);
  }

  @Test
  void refusesACutFileAndOneWithPagesOfZeros() throws IOException {
    byte[] good = Files.readAllBytes(file);
    int pages = good.length / 4096;
    for (int page = 1; page < pages; page += 7) {
      byte[] zeroed = good.clone();
      Arrays.fill(zeroed, page * 4096, (page + 1) * 4096, (byte) 0);
      readsOrRefuses(Files.write(folder.resolve("zeroed.examen"), zeroed));
    }
    for (int part = 1; part < 8; part++) {
      Path cut = Files.write(folder.resolve("cut.examen"), good);
      try (RandomAccessFile bytes = new RandomAccessFile(cut.toFile(), "rw")) {
        bytes.setLength((long) good.length * part / 8);
      }
      assertRefused("damaged", cut);
    }
  }

  @Test
  void readsOrRefusesAFileWithAnyBytesChanged() throws IOException {
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] changed = good.clone();
      for (int n = 1 + random.nextInt(30); n > 0; n--) {
        int at = random.nextInt(i % 2 == 0 ? 200 : changed.length);
        changed[at] = (byte) random.nextInt(256);
      }
      readsOrRefuses(Files.write(folder.resolve("changed.examen"), changed));
    }
  }

  /** Not one of these may end in anything but an answer or one line that names the file. */
  private void readsOrRefuses(Path changed) {
    try (ForeignFile foreign = open(changed)) {
      foreign.reading(reading -> StepTable.inOrder(reading, LogPlace.START, 100));
    } catch (StoreException refused) {
      String line = String.valueOf(refused.getMessage());
      assertTrue(line.startsWith(changed.getFileName() + ": "), line);
    }
  }

  @Test
  void breaksOffWhatTakesTooLongOrIsTooLarge() throws SQLException {
    ForeignLimits noTime = new ForeignLimits(1L << 30, 1 << 20, Duration.ofNanos(1));
    assertRefused("takes far too long", file, noTime);
    ForeignLimits small = new ForeignLimits(1000, 1 << 20, Duration.ofMinutes(1));
    assertRefused("larger than a project", file, small);
    Damage.run(
        file,
        "INSERT INTO rater VALUES ('x', CAST(zeroblob(2000000) AS TEXT),"
            + " '2026-11-22T10:00:00.000Z')");
    ForeignLimits short1 = new ForeignLimits(1L << 30, 1 << 20, Duration.ofMinutes(1));
    try (ForeignFile foreign = ForeignFile.open(file, folder.resolve("private"), short1)) {
      StoreException refused =
          assertThrows(
              StoreException.class,
              () ->
                  foreign.reading(
                      reading -> reading.query("SELECT name FROM rater").list(row -> row.text(1))));
      assertTrue(String.valueOf(refused.getMessage()).contains("far too large"));
    } catch (StoreException refused) {
      assertTrue(String.valueOf(refused.getMessage()).contains("far too large"));
    }
  }

  @Test
  void readsAFileThatAnotherProgramPutIntoWriteAheadMode() throws SQLException, IOException {
    Damage.run(file, "PRAGMA journal_mode=WAL");
    byte[] before = Files.readAllBytes(file);
    try (ForeignFile foreign = open(file)) {
      assertEquals(20L, foreign.reading(ChangeLog::lastSeq));
    }
    assertArrayEquals(before, Files.readAllBytes(file));
    assertFalse(Files.exists(folder.resolve("project.examen-wal")), "nothing is left beside it");
    assertFalse(Files.exists(folder.resolve("project.examen-shm")), "nothing is left beside it");
  }

  @Test
  void doesNotRepairAFileWhoseWriterWasKilled() throws IOException, InterruptedException {
    Path journal = folder.resolve("project.examen-journal");
    Path copy = folder.resolve("killed.examen");
    try (ProjectFile project = ProjectFile.open(file)) {
      project.runInTransaction(
          writing -> {
            writing.session().execute("PRAGMA cache_size=1");
            writing.session().execute("PRAGMA cache_spill=1");
            new Work("ben", new Ledger(), List.of(Projects.transcript(1)), 1);
            for (int i = 0; i < 300; i++) {
              ImportLog.begin(writing, Projects.NOON, null);
              TranscriptTable.insert(writing, new ImportId(1), Projects.transcript(100 + i));
            }
            copyBoth(journal, copy);
          });
    }
    byte[] before = Files.readAllBytes(copy);
    assertTrue(Files.size(folder.resolve("killed.examen-journal")) > 512);
    assertRefused("was not closed properly", copy);
    assertArrayEquals(before, Files.readAllBytes(copy));
    ProjectFile.open(copy).close();
    open(copy).close();
  }

  /** By another program: Java's own means would drop the locks. */
  private void copyBoth(Path journal, Path copy) {
    try {
      assertEquals(
          0,
          new ProcessBuilder("cp", file.toString(), copy.toString()).start().waitFor()
              + new ProcessBuilder("cp", journal.toString(), copy + "-journal").start().waitFor());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void removesWhatAKilledProgramLeftOnceNobodyCanBeReadingIt() throws IOException {
    Path left = Files.createDirectories(folder.resolve("private/foreign1"));
    Files.writeString(left.resolve("copy.examen"), "x");
    Instant now = Files.getLastModifiedTime(left).toInstant();
    ForeignFile.removeLeftovers(folder.resolve("private"), now.minusSeconds(60));
    assertTrue(Files.exists(left));
    ForeignFile.removeLeftovers(folder.resolve("private"), now.plusSeconds(60));
    assertFalse(Files.exists(left));
    ForeignFile.removeLeftovers(folder.resolve("nowhere"), now);
  }

  private void assertRefused(String why, Path from) {
    assertRefused(why, from, ForeignLimits.USUAL);
  }

  private void assertRefused(String why, Path from, ForeignLimits limits) {
    long start = System.nanoTime();
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> ForeignFile.open(from, folder.resolve("private"), limits).close());
    String line = String.valueOf(refused.getMessage());
    assertTrue(line.contains(why) && line.lines().count() == 1, line);
    assertTrue(System.nanoTime() - start < 5_000_000_000L, "it took more than five seconds");
    if (Files.exists(folder.resolve("private"))) {
      try (Stream<Path> left = Files.list(folder.resolve("private"))) {
        assertEquals(List.of(), left.toList(), "a copy is left");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private ForeignFile open(Path from) {
    return ForeignFile.open(from, folder.resolve("private"), ForeignLimits.USUAL);
  }

  private Path copy() {
    try {
      Path copy = folder.resolve("copy.examen");
      Files.deleteIfExists(copy);
      return Files.copy(file, copy);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
