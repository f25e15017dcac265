package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.rating.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are whole, hold what was stored, and never harm one another. */
class BackupsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:20:30.400Z");

  @TempDir Path folder;

  @Test
  void aBackupHoldsAllStepsAndOpensAsAProject() {
    List<Step> steps;
    Backup backup;
    try (ProjectFile project = Projects.createWith(folder, 3)) {
      steps = work().store(project, 30);
      backup = Backups.make(project, NOW);
      assertEquals(List.of(backup), Backups.of(project.path()));
    }
    assertEquals("2026-11-22T10-20-30.400Z.examen", backup.file().getFileName().toString());
    assertTrue(backup.file().startsWith(folder.resolve("project.examen.backups")));
    try (ProjectFile copy = ProjectFile.open(backup.file())) {
      assertEquals(steps, steps(copy));
      assertEquals(3, copy.reading(TranscriptTable::count));
      assertEquals(List.of(), Verification.of(copy));
    }
    assertEquals(
        "project.examen", Backups.projectOf(backup.file()).orElseThrow().getFileName().toString());
  }

  @Test
  void backupsMadeWhileSomeoneTagsWithoutAPauseAreWholeAndHoldWhatWasStoredBefore()
      throws InterruptedException {
    AtomicLong stored = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong longest = new AtomicLong();
    try (ProjectFile project = Projects.createWith(folder, 20)) {
      Work work = work();
      Thread rater =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!stop.get()) {
                      Step step = work.next();
                      long from = System.nanoTime();
                      ChangeLog.append(project, step);
                      longest.accumulateAndGet(System.nanoTime() - from, Math::max);
                      work.ledger().apply(step);
                      stored.incrementAndGet();
                    }
                  });
      List<Long> before = new ArrayList<>();
      List<Backup> made = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        before.add(stored.get());
        made.add(Backups.make(project, NOW.plusSeconds(i)));
      }
      stop.set(true);
      rater.join();
      for (int i = 0; i < made.size(); i++) {
        try (ProjectFile copy = ProjectFile.open(made.get(i).file())) {
          assertEquals(List.of(), Verification.of(copy), "backup " + i);
          long steps = copy.reading(ChangeLog::lastSeq);
          assertTrue(steps >= before.get(i), "backup " + i + " has " + steps);
        }
      }
      assertTrue(stored.get() > 20, "only " + stored + " steps were stored meanwhile");
      assertTrue(longest.get() < 2_000_000_000L, "a step waited " + longest + " ns");
    }
  }

  @Test
  void anotherProgramThatTagsMeanwhileWaitsAndLosesNothing()
      throws IOException, InterruptedException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Process other = RatingProgram.start(project.path(), "ben", 2, 40);
      int made = 0;
      while (other.isAlive()) {
        Backups.make(project, NOW.plusSeconds(made++));
      }
      RatingProgram.await(other);
      assertEquals(0, other.exitValue());
      assertTrue(made > 0);
      for (Backup backup : Backups.of(project.path())) {
        try (ProjectFile copy = ProjectFile.open(backup.file())) {
          assertEquals(List.of(), Verification.of(copy), backup.toString());
        }
      }
    }
  }

  @Test
  void aBackupIsDueOnceThereIsSomethingNew() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      assertTrue(Backups.isDue(project), "there is none yet");
      Backups.make(project, NOW);
      assertFalse(Backups.isDue(project));
      Work work = work();
      work.store(project, 1);
      assertTrue(Backups.isDue(project), "a step");
      Backups.make(project, NOW.plusSeconds(1));
      assertFalse(Backups.isDue(project));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "1"));
      assertTrue(Backups.isDue(project), "a setting");
      Backups.make(project, NOW.plusSeconds(2));
      project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "2"));
      assertTrue(Backups.isDue(project), "another value of a setting");
      Backups.make(project, NOW.plusSeconds(3));
      assertFalse(Backups.isDue(project));
      project.runInTransaction(writing -> ImportLog.begin(writing, NOW, null));
      assertTrue(Backups.isDue(project), "an import");
    }
  }

  @Test
  void aBackupThatCannotBeMadeLeavesTheOthersAsTheyAre() throws IOException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Backup good = Backups.make(project, NOW);
      byte[] before = Files.readAllBytes(good.file());
      Path there = Files.writeString(folder.resolve("mine.txt"), "mine");
      assertRefused("there is a file of that name already", () -> Backups.copy(project, there));
      assertEquals("mine", Files.readString(there));
      assertRefused(
          "its folder is not there", () -> Backups.copy(project, folder.resolve("no/b.examen")));
      assertArrayEquals(before, Files.readAllBytes(good.file()));
      work().store(project, 3);
    }
  }

  @Test
  void aCopyThatIsNotTheProjectsIsNotKept() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Path target = folder.resolve("copy.examen");
      try (Copying copying = new Copying(target)) {
        project.copy(copying);
        damage(folder.resolve(".copy.examen." + ProcessHandle.current().pid() + ".part"));
        assertRefused("the copy is damaged", copying::finish);
      }
      assertEquals(List.of("project.examen"), names(folder));
    }
  }

  @Test
  void keepsAllOfAnHourOneOfEachHourOfADayAndOneOfEachDayOfAMonth() {
    List<Backup> backups = new ArrayList<>();
    // Every ten minutes of forty days.
    for (int i = 0; i < 40 * 24 * 6; i++) {
      backups.add(new Backup(Path.of("b" + i), NOW.minus(Duration.ofMinutes(10L * i))));
    }
    List<Backup> kept = new ArrayList<>(backups);
    kept.removeAll(Keeping.surplus(backups, NOW));
    assertEquals(7, kept.stream().filter(b -> age(b).compareTo(Duration.ofHours(1)) <= 0).count());
    List<Backup> day =
        kept.stream()
            .filter(b -> age(b).compareTo(Duration.ofHours(1)) > 0)
            .filter(b -> age(b).compareTo(Duration.ofDays(1)) <= 0)
            .toList();
    assertEquals(24, day.size());
    List<Backup> month =
        kept.stream().filter(b -> age(b).compareTo(Duration.ofDays(1)) > 0).toList();
    assertEquals(31, month.size());
    assertTrue(month.stream().allMatch(b -> age(b).compareTo(Duration.ofDays(31)) <= 0));
    assertEquals(List.of(), Keeping.surplus(kept, NOW), "what is kept once is kept at once again");
  }

  @Test
  void keepsTheNewestThreeHoweverOldAndThoseOfAClockThatWasWrong() {
    List<Backup> old =
        Stream.of(100, 200, 300, 400)
            .map(days -> new Backup(Path.of("b" + days), NOW.minus(Duration.ofDays(days))))
            .toList();
    assertEquals(old.subList(3, 4), Keeping.surplus(old, NOW));
    List<Backup> future =
        Stream.of(900, 800, 700, 600, 500)
            .map(days -> new Backup(Path.of("f" + days), NOW.plus(Duration.ofDays(days))))
            .toList();
    assertEquals(List.of(), Keeping.surplus(future, NOW));
  }

  @Test
  void makingABackupRemovesThoseThatAreTooOldButNothingElse() throws IOException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      for (int day = 60; day > 40; day--) {
        Backups.make(project, NOW.minus(Duration.ofDays(day)));
      }
      Path notes =
          Files.writeString(
              BackupFolder.of(project.path()).placeAt(NOW).resolveSibling("notes.txt"), "mine");
      Path other = Files.writeString(notes.resolveSibling("other.examen"), "mine");
      Backups.make(project, NOW);
      assertEquals(3, Backups.of(project.path()).size());
      assertTrue(Files.exists(notes) && Files.exists(other));
    }
  }

  @Test
  void anOlderFileIsKeptBeforeItIsBroughtUpToDateAndNotAtAllWithoutThat() throws Exception {
    Path file = folder.resolve("old.examen");
    try (var in = BackupsTest.class.getResourceAsStream("/golden/store/v001.examen")) {
      Files.copy(in, file);
    }
    byte[] before = Files.readAllBytes(file);
    Path inTheWay = Files.writeString(folder.resolve("old.examen.backups"), "a file");
    assertRefused("the folder for backups cannot be made", () -> ProjectFile.open(file));
    assertArrayEquals(before, Files.readAllBytes(file));
    Files.delete(inTheWay);
    ProjectFile.open(file).close();
    List<Backup> kept = Backups.of(file);
    assertEquals(
        List.of("version-1.examen"),
        kept.stream().map(b -> b.file().getFileName().toString()).toList());
    try (Session session = Sessions.ofReadOnly(kept.getFirst().file()).read()) {
      assertEquals("1", session.pragma("user_version"));
      assertTrue(session.query("SELECT 1 FROM step").any());
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      Backups.make(project, NOW);
      assertEquals(2, Backups.of(file).size());
    }
  }

  @Test
  void aDamagedFileNamesItsNewestGoodBackupAndStaysAsItIs() throws IOException {
    Path file;
    try (ProjectFile project = Projects.createWith(folder, 20)) {
      file = project.path();
      Backups.make(project, NOW);
      damage(Backups.make(project, NOW.plusSeconds(60)).file());
    }
    damage(file);
    byte[] before = Files.readAllBytes(file);
    assertRefused(
        "the file is damaged; it is left as it is. Go back to the backup of"
            + " 2026-11-22T10:20:30.400Z: examen restore"
            + " \"project.examen.backups/2026-11-22T10-20-30.400Z.examen\"; or take out what can be"
            + " read: examen rescue \"project.examen\" --to NEW.examen",
        () -> ProjectFile.open(file));
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(List.of(), names(folder).stream().filter(n -> n.contains("journal")).toList());
  }

  @Test
  void sayingWhatIsThereDoesNotChangeABackup() throws IOException, SQLException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Backup backup = Backups.make(project, NOW);
      byte[] before = Files.readAllBytes(backup.file());
      Backups.isDue(project);
      Backups.newestGood(project.path());
      assertArrayEquals(before, Files.readAllBytes(backup.file()));
    }
  }

  private static Duration age(Backup backup) {
    return Duration.between(backup.at(), NOW);
  }

  /** Makes the third page one of no kind. */
  private static void damage(Path file) {
    try (var bytes = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(2 * 4096);
      bytes.write(7);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Work work() {
    return new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 5);
  }

  private static List<Step> steps(ProjectFile project) {
    List<Step> steps = new ArrayList<>();
    ChangeLog.eachAfter(project, 0, logged -> steps.add(logged.step()));
    return steps;
  }
}
