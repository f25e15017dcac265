package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.rating.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to a backup loses nothing. */
class RestoringTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:20:30.400Z");

  @TempDir Path folder;

  @Test
  void saysWhatDiffersAndKeepsWhatWasThere() {
    List<Step> first;
    List<Step> second;
    Backup backup;
    Path file;
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      file = project.path();
      Work ann = work("ann", 1);
      first = ann.store(project, 10);
      backup = Backups.make(project, NOW);
      second = ann.store(project, 5);
      second.addAll(work("ben", 2).store(project, 3));
      importOne(project, 7);
    }
    Restoring restoring = new Restoring(backup.file(), file);
    Difference difference = restoring.difference().orElseThrow();
    assertEquals(Map.of("ann", 5, "ben", 3), difference.steps());
    assertEquals(List.of("%032x".formatted(7)), difference.transcripts());
    assertEquals(Map.of(), difference.otherSteps());
    assertEquals(List.of(), difference.otherTranscripts());

    Path kept = restoring.run(NOW).orElseThrow();
    assertEquals(
        "project.before-restore-2026-11-22T10-20-30Z.examen", kept.getFileName().toString());
    try (ProjectFile project = ProjectFile.open(file);
        ProjectFile before = ProjectFile.open(kept)) {
      assertEquals(first, steps(project));
      assertEquals(2, project.reading(TranscriptTable::count));
      List<Step> all = new ArrayList<>(first);
      all.addAll(second);
      assertEquals(all, steps(before));
      assertEquals(List.of(), Verification.of(project));
      assertEquals(List.of(), Verification.of(before));
    }
    Difference back = new Restoring(kept, file).difference().orElseThrow();
    assertEquals(Map.of("ann", 5, "ben", 3), back.otherSteps());
    assertEquals(Map.of(), back.steps());
    assertTrue(Files.exists(backup.file()), "the backup itself stays");
  }

  @Test
  void putsABackupInThePlaceOfADamagedFileWithWhatItsProgramLeftHalfDone() throws IOException {
    Path file;
    Backup backup;
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      file = project.path();
      backup = Backups.make(project, NOW);
    }
    Files.writeString(file, "no database any more");
    Path journal = Files.writeString(folder.resolve("project.examen-journal"), "half done");
    Restoring restoring = new Restoring(backup.file(), file);
    assertEquals(Optional.empty(), restoring.difference());
    Path kept = restoring.run(NOW).orElseThrow();
    assertEquals("no database any more", Files.readString(kept));
    assertFalse(Files.exists(journal));
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(2, project.reading(TranscriptTable::count));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aProjectThatIsNotThereIsMadeFromItsBackup() throws IOException {
    Path file;
    Backup backup;
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      file = project.path();
      backup = Backups.make(project, NOW);
    }
    Files.delete(file);
    assertEquals(Optional.empty(), new Restoring(backup.file(), file).run(NOW));
    ProjectFile.open(file).close();
  }

  @Test
  void refusesWhatIsNoGoodBackupAndLeavesAllAsItIs() throws IOException {
    Path file;
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      file = project.path();
    }
    byte[] before = Files.readAllBytes(file);
    Path text = Files.writeString(folder.resolve("text.examen"), "hello\n".repeat(2000));
    assertRefused("not an Examen project", () -> new Restoring(text, file));
    Path cut = Files.copy(file, folder.resolve("cut.examen"));
    try (var bytes = new java.io.RandomAccessFile(cut.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    assertRefused("damaged", () -> new Restoring(cut, file));
    assertRefused("this is the project itself", () -> new Restoring(file, file));
    assertRefused("no such file", () -> new Restoring(folder.resolve("none"), file));
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aProgramThatHasTheOldFileOpenIsToldAndItsWorkIsNotInTheNewOne() {
    Work work = work("ann", 1);
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      work.store(project, 2);
      Backup backup = Backups.make(project, NOW);
      work.store(project, 2);
      new Restoring(backup.file(), project.path()).run(NOW);
      StoreException refused =
          assertThrows(StoreException.class, () -> ChangeLog.append(project, work.next()));
      assertTrue(String.valueOf(refused.getMessage()).contains("replaced by another one"));
    }
    try (ProjectFile project = ProjectFile.open(folder.resolve("project.examen"))) {
      assertEquals(2, steps(project).size());
    }
  }

  @Test
  void waitsForNobodyWhoIsInTheMiddleOfStoringSomething() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Backup backup = Backups.make(project, NOW);
      Restoring restoring = new Restoring(backup.file(), project.path());
      project.runInTransaction(
          writing -> {
            ProjectSettings.put(writing, "a", "1");
            assertRefused("another program is using the file", () -> restoring.run(NOW));
          });
      assertEquals(Optional.of("1"), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing is left of the attempt");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void importOne(ProjectFile project, int number) {
    project.runInTransaction(
        writing -> {
          ImportId imported = ImportLog.begin(writing, NOW, null);
          TranscriptTable.insert(writing, imported, Projects.transcript(number));
        });
  }

  private static Work work(String rater, long seed) {
    return new Work(rater, new Ledger(), List.of(Projects.transcript(1)), seed);
  }

  private static List<Step> steps(ProjectFile project) {
    List<Step> steps = new ArrayList<>();
    ChangeLog.eachAfter(project, 0, logged -> steps.add(logged.step()));
    return steps;
  }
}
