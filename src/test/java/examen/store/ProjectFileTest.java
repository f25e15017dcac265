package examen.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {
  @TempDir Path folder;

  @Test
  void aNewProjectSaysWhenAndByWhatItWasMade() {
    try (ProjectFile project = Projects.create(folder)) {
      assertEquals(Projects.ORIGIN, project.reading(ProjectSettings::origin));
    }
    try (ProjectFile project = ProjectFile.open(folder.resolve("project.examen"))) {
      assertEquals(Projects.ORIGIN, project.reading(ProjectSettings::origin));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void isMarkedAsAProjectForOtherPrograms() {
    try (ProjectFile project = Projects.create(folder)) {
      assertEquals("1165520238", pragma(project, "application_id"));
      assertEquals(
          "Exmn", new String(new byte[] {0x45, 0x78, 0x6d, 0x6e}, StandardCharsets.US_ASCII));
      assertEquals(0x45786d6e, 1165520238);
      assertEquals("1", pragma(project, "user_version"));
    }
  }

  @Test
  void writesAndReadsWithThePragmasOnWhichItsPromisesRest() {
    Map<String, String> expected =
        Map.of(
            "journal_mode", "delete",
            "synchronous", "3",
            "foreign_keys", "1",
            "trusted_schema", "0",
            "cell_size_check", "1",
            "mmap_size", "0",
            "temp_store", "2",
            "busy_timeout", "5000",
            "fullfsync", "1");
    try (ProjectFile project = Projects.create(folder)) {
      expected.forEach(
          (name, value) -> {
            assertEquals(value, pragma(project, name), name);
            assertEquals(
                value, project.inTransaction(writing -> writing.session().pragma(name)), name);
          });
    }
  }

  @Test
  void refusesAPragmaThatIsNotHeld() {
    Projects.create(folder).close();
    Sessions asking =
        new Sessions(folder.resolve("project.examen")) {
          @Override
          Map<String, String> morePragmas() {
            return Map.of("secure_deletion", "1");
          }
        };
    assertRefused(
        "SQLite does not hold secure_deletion=1", () -> ProjectFile.open(asking, Migrations.ALL));
  }

  @Test
  void takesANameThatTheDriverWouldTakeForSomethingElse() {
    for (String name :
        List.of("a?cache=shared", "#b%41 c", ":memory:", "file:x", "\u00fc\ud83d\ude00.examen")) {
      Path file = folder.resolve(name);
      ProjectFile.create(file, Projects.ORIGIN).close();
      assertTrue(Files.exists(file), name);
      ProjectFile.open(file).close();
    }
  }

  @Test
  void doesNotMakeAProjectOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertRefused(
        "there is a file of that name already", () -> ProjectFile.create(file, Projects.ORIGIN));
    assertEquals("mine", Files.readString(file));
    assertRefused(
        "its folder is not there",
        () -> ProjectFile.create(folder.resolve("no/p.examen"), Projects.ORIGIN));
  }

  @Test
  void makesAProjectInAnEmptyFile() throws IOException {
    ProjectFile.create(Files.createFile(folder.resolve("empty")), Projects.ORIGIN).close();
    ProjectFile.open(folder.resolve("empty")).close();
  }

  @Test
  void refusesWhatIsNotThere() {
    assertRefused(
        "nowhere.examen: there is no such file",
        () -> ProjectFile.open(folder.resolve("nowhere.examen")));
    assertFalse(Files.exists(folder.resolve("nowhere.examen")));
  }

  @Test
  void refusesAFolder() {
    assertRefused("is a folder", () -> ProjectFile.open(folder));
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    for (String text : List.of("x", "hello\n".repeat(5000), "SQLite format 3")) {
      Path file = Files.writeString(folder.resolve("text"), text);
      assertRefused("not an Examen project", () -> ProjectFile.open(file));
      assertEquals(text, Files.readString(file));
    }
    assertRefused(
        "an empty file", () -> ProjectFile.open(Files.writeString(folder.resolve("none"), "")));
  }

  @Test
  void refusesAnotherProgramsDatabaseAndLeavesItAsItIs() throws IOException, SQLException {
    Path file = folder.resolve("other.db");
    Damage.run(file, "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "PRAGMA user_version=1");
    byte[] before = Files.readAllBytes(file);
    assertRefused("a database of another program", () -> ProjectFile.open(file));
    assertEquals(List.of(), List.of(folder.toFile().list((d, name) -> name.contains("-"))));
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void refusesAProjectOfANewerExamenAndLeavesItAsItIs() throws IOException, SQLException {
    Projects.create(folder).close();
    Path file = folder.resolve("project.examen");
    Damage.run(file, "PRAGMA user_version=2", "CREATE TABLE newer (a)");
    byte[] before = Files.readAllBytes(file);
    assertRefused("project.examen: made by a newer Examen", () -> ProjectFile.open(file));
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Projects.createWith(folder, 50).close();
    Path file = folder.resolve("project.examen");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long pages = bytes.length() / 4096;
      for (long page = pages / 2; page < pages; page++) {
        bytes.seek(page * 4096);
        bytes.write(new byte[64]);
      }
    }
    assertRefused("damaged", () -> ProjectFile.open(file));
  }

  @Test
  void refusesACutFile() throws IOException {
    Projects.createWith(folder, 50).close();
    Path file = folder.resolve("project.examen");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    assertRefused("damaged", () -> ProjectFile.open(file));
  }

  @Test
  void refusesAFileWhoseProtectionIsGoneOrThatWouldActByItself() throws SQLException {
    Projects.create(folder).close();
    Path file = folder.resolve("project.examen");
    Damage.run(file, "CREATE TRIGGER mine AFTER INSERT ON step BEGIN DELETE FROM condition; END");
    assertRefused("trigger mine was added", () -> ProjectFile.open(file));
    Damage.run(file, "DROP TRIGGER mine", "DROP TRIGGER step_stays");
    assertRefused("trigger step_stays is missing", () -> ProjectFile.open(file));
  }

  @Test
  void opensAFileToWhichSomeoneAddedAViewAndAnIndex() throws SQLException {
    Projects.create(folder).close();
    Path file = folder.resolve("project.examen");
    Damage.run(file, "CREATE VIEW mine AS SELECT 1", "CREATE INDEX also_mine ON step (at)");
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(
          List.of(
              "not made by Examen: index also_mine was added",
              "not made by Examen: view mine was added"),
          Verification.of(project).stream().map(Finding::what).toList());
    }
  }

  @Test
  void itsMessagesAreOneLineWhateverTheFileIsCalled() {
    StoreException refused =
        assertThrows(
            StoreException.class, () -> ProjectFile.open(folder.resolve("a\nb\u001b[31m\u202ec")));
    assertEquals("a?b?[31m?c: there is no such file", refused.getMessage());
  }

  @Test
  void nothingOfAFailedTransactionIsStored() {
    try (ProjectFile project = Projects.create(folder)) {
      IllegalArgumentException ours =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  project.runInTransaction(
                      writing -> {
                        ProjectSettings.put(writing, "a", "1");
                        throw new IllegalArgumentException("ours");
                      }));
      assertEquals("ours", ours.getMessage());
      assertEquals(Optional.empty(), project.reading(reading -> ProjectSettings.get(reading, "a")));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "2"));
      assertEquals(Optional.of("2"), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
  }

  @Test
  void aTransactionWithinAnotherOrWithinAReadingIsRefused() {
    try (ProjectFile project = Projects.create(folder)) {
      assertThrows(
          IllegalStateException.class,
          () -> project.runInTransaction(writing -> project.reading(ProjectSettings::origin)));
      assertThrows(
          IllegalStateException.class,
          () -> project.reading(reading -> project.inTransaction(writing -> 1)));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "2"));
    }
  }

  @Test
  void aTransactionThatIsOverCannotBeUsed() {
    try (ProjectFile project = Projects.create(folder)) {
      Writing kept = project.inTransaction(writing -> writing);
      assertThrows(IllegalStateException.class, () -> ProjectSettings.put(kept, "a", "1"));
      Reading looked = project.reading(reading -> reading);
      assertThrows(IllegalStateException.class, () -> ProjectSettings.get(looked, "a"));
    }
  }

  @Test
  void aReadingCannotWrite() {
    try (ProjectFile project = Projects.create(folder)) {
      assertRefused(
          "read-only",
          () ->
              project.reading(
                  reading -> reading.query("INSERT INTO project VALUES ('a', 'b')").update()));
    }
  }

  @Test
  void readsBesideATransactionWhatWasBeforeIt() throws InterruptedException {
    try (ProjectFile project = Projects.create(folder)) {
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "before"));
      CountDownLatch written = new CountDownLatch(1);
      CountDownLatch read = new CountDownLatch(1);
      AtomicBoolean inTime = new AtomicBoolean();
      Thread other =
          Thread.ofPlatform()
              .start(
                  () ->
                      project.runInTransaction(
                          writing -> {
                            ProjectSettings.put(writing, "a", "after");
                            written.countDown();
                            inTime.set(awaited(read));
                          }));
      assertTrue(written.await(10, TimeUnit.SECONDS));
      assertEquals(
          Optional.of("before"), project.reading(reading -> ProjectSettings.get(reading, "a")));
      read.countDown();
      other.join();
      assertTrue(inTime.get());
      assertEquals(
          Optional.of("after"), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
  }

  @Test
  void aClosedProjectIsRefusedWithAClearLine() {
    ProjectFile project = Projects.create(folder);
    project.close();
    project.close();
    assertRefused(
        "project.examen: the project has been closed", () -> project.inTransaction(writing -> 1));
    assertRefused(
        "project.examen: the project has been closed", () -> project.reading(reading -> 1));
  }

  @Test
  void aFileThatWasRenamedWhileOpenIsNotWrittenAndLosesNothing() throws IOException {
    Path file = folder.resolve("project.examen");
    Path elsewhere = folder.resolve("renamed.examen");
    try (ProjectFile project = Projects.create(folder)) {
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "1"));
      Files.move(file, elsewhere);
      for (int i = 0; i < 2; i++) {
        assertRefused(
            "project.examen: the file is no longer where it was opened: moved, renamed or deleted",
            () -> project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "2")));
      }
      assertFalse(Files.exists(file));
      Files.move(elsewhere, file);
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "3"));
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(Optional.of("3"), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
  }

  @Test
  void aFileThatWasReplacedWhileOpenIsNotWritten() throws IOException {
    Path file = folder.resolve("project.examen");
    Path other = folder.resolve("other.examen");
    ProjectFile.create(other, Projects.ORIGIN).close();
    try (ProjectFile project = Projects.create(folder)) {
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertRefused(
          "was replaced by another one while it was open",
          () -> project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "1")));
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(Optional.empty(), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
  }

  @Test
  void aCopyMadeWhileItIsOpenHoldsAllThatWasStored() throws IOException {
    Path copy = folder.resolve("copy.examen");
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 5).store(project, 20);
      // Another program's copy; in this process it would drop SQLite's locks.
      assertEquals(
          0,
          new ProcessBuilder("cp", project.path().toString(), copy.toString()).start().waitFor());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    try (ProjectFile project = ProjectFile.open(copy)) {
      assertEquals(20L, project.reading(ChangeLog::lastSeq));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String pragma(ProjectFile project, String name) {
    return project.reading(reading -> reading.session().pragma(name));
  }

  static void assertRefused(String reason, Executable executable) {
    StoreException refused = assertThrows(StoreException.class, executable);
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(reason), message);
    assertEquals(1, message.lines().count(), message);
  }
}
