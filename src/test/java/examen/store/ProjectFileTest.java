package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      assertEquals("7", pragma(project, "user_version"));
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
