package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir Path folder;

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
        List.of(
            "a?synchronous=OFF", "#b%41 c", ":memory:", "file:x", "\u00fc\ud83d\ude00.examen")) {
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
    Damage.run(file, "PRAGMA user_version=99", "CREATE TABLE newer (a)");
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
  void refusesAFileThatQuickCheckFindsDamaged() throws IOException {
    Projects.createWith(folder, 5).close();
    Path file = folder.resolve("project.examen");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      // The third page is the root of a table or an index; no page is of this kind.
      bytes.seek(2 * 4096);
      bytes.write(7);
    }
    assertRefused("damaged", () -> ProjectFile.open(file));
  }
}
