package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.rating.Step;
import examen.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of work when the disk is full or a commit fails. */
class FailingDiskTest {
  private static final int NO_LIMIT = 1_000_000;
  private static final Transcript TRANSCRIPT = Projects.transcript(1);

  @TempDir Path folder;

  /** A disk with room for so many pages, on every connection that writes. */
  private static final class SmallDisk extends Sessions {
    private int pages = NO_LIMIT;

    SmallDisk(Path file) {
      super(file);
    }

    @Override
    Map<String, String> morePragmas() {
      return Map.of("max_page_count", Integer.toString(pages));
    }
  }

  @Test
  void aFullDiskIsSaidNothingHalfIsStoredAndWorkGoesOnWhenThereIsRoom() {
    Projects.createWith(folder, 1).close();
    SmallDisk disk = new SmallDisk(folder.resolve("project.examen"));
    try (ProjectFile project = ProjectFile.open(disk, Migrations.ALL)) {
      Work work = new Work("ann", new Ledger(), List.of(TRANSCRIPT), 3);
      List<Step> stored = new ArrayList<>(work.store(project, 5));
      fill(project, disk);
      Step refused = null;
      while (refused == null) {
        Step step = work.next();
        try {
          ChangeLog.append(project, step);
          work.ledger().apply(step);
          stored.add(step);
        } catch (StoreException full) {
          refused = step;
          assertEquals("project.examen: the disk is full", full.getMessage());
        }
      }
      assertEquals(stored, steps(project));
      Step same = refused;
      assertRefused("full", () -> ChangeLog.append(project, same));
      assertRefused("full", () -> importOf(project, 50));
      assertEquals(1, project.reading(TranscriptTable::count));
      assertEquals(1, project.reading(ImportLog::all).size());

      disk.pages = NO_LIMIT;
      ChangeLog.append(project, refused);
      work.ledger().apply(refused);
      stored.add(refused);
      stored.addAll(work.store(project, 20));
      importOf(project, 50);
      assertEquals(stored, steps(project));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aMergeThatFindsNoRoomLeavesNothingAndGoesThroughWhenThereIsSome() throws IOException {
    Projects.createWith(folder, 1).close();
    Path file = folder.resolve("project.examen");
    pack(file);
    OtherCopies others = new OtherCopies(folder);
    others.keepBase(file);
    Path copy = others.worked("bens", "ben", 4, List.of(TRANSCRIPT));
    SmallDisk disk = new SmallDisk(file);
    try (ProjectFile project = ProjectFile.open(disk, Migrations.ALL)) {
      fill(project, disk);
      assertRefused("project.examen: the disk is full", () -> others.merge(project, copy));
      assertEquals(List.of(), steps(project));
      disk.pages = NO_LIMIT;
      others.merge(project, copy);
      assertEquals(others.steps("bens").size(), steps(project).size());
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aMigrationThatFindsNoRoomLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("old.examen");
    try (InputStream old = FailingDiskTest.class.getResourceAsStream("/golden/store/v004.examen")) {
      Files.copy(Objects.requireNonNull(old), file);
    }
    byte[] before = Files.readAllBytes(file);
    SmallDisk disk = new SmallDisk(file);
    disk.pages = before.length / 4096 + 1;
    assertRefused("old.examen: the disk is full", () -> ProjectFile.open(disk, Migrations.ALL));
    assertArrayEquals(before, Files.readAllBytes(file));
    disk.pages = NO_LIMIT;
    try (ProjectFile project = ProjectFile.open(disk, Migrations.ALL)) {
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aCommitThatFailedButTookPlaceIsFoundAndNotDoneTwice() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Step step = new Work("ann", new Ledger(), List.of(TRANSCRIPT), 3).next();
      AtomicInteger runs = new AtomicInteger();
      long seq =
          project.inTransaction(
              writing -> {
                runs.incrementAndGet();
                long made = ChangeLog.append(writing, step);
                writing.session().execute("COMMIT");
                return made;
              });
      assertEquals(1, seq);
      assertEquals(1, runs.get());
      assertEquals(List.of(step), steps(project));
    }
  }

  @Test
  void aCommitThatFailedAndDidNotTakePlaceIsDoneAgain() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Step step = new Work("ann", new Ledger(), List.of(TRANSCRIPT), 3).next();
      AtomicInteger runs = new AtomicInteger();
      project.runInTransaction(
          writing -> {
            ChangeLog.append(writing, step);
            if (runs.incrementAndGet() == 1) {
              writing.session().execute("ROLLBACK");
            }
          });
      assertEquals(2, runs.get());
      assertEquals(List.of(step), steps(project));
    }
  }

  @Test
  void aFailureInTheMiddleIsTriedOnceMoreAndThenSaid() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Step step = new Work("ann", new Ledger(), List.of(TRANSCRIPT), 3).next();
      AtomicInteger runs = new AtomicInteger();
      assertRefused(
          "project.examen: SQLite reported an error (SQLITE_ERROR)",
          () ->
              project.runInTransaction(
                  writing -> {
                    runs.incrementAndGet();
                    ChangeLog.append(writing, step);
                    writing.session().execute("no SQL");
                  }));
      assertEquals(2, runs.get());
      assertEquals(List.of(), steps(project));
      ChangeLog.append(project, step);
      assertEquals(List.of(step), steps(project));
    }
  }

  @Test
  void aReadingThatFailedIsTriedOnceMore() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      AtomicInteger runs = new AtomicInteger();
      int count =
          project.reading(
              reading -> {
                if (runs.incrementAndGet() == 1) {
                  reading.session().execute("no SQL");
                }
                return TranscriptTable.count(reading);
              });
      assertEquals(1, count);
      assertEquals(2, runs.get());
    }
  }

  @Test
  void aBusyFileIsSaidAfterAWhileAndTheWorkCanBeDoneLater() {
    try (ProjectFile project = Projects.createWith(folder, 1);
        ProjectFile other = ProjectFile.open(project.path())) {
      Step step = new Work("ann", new Ledger(), List.of(TRANSCRIPT), 3).next();
      other.runInTransaction(
          writing -> {
            ProjectSettings.put(writing, "a", "1");
            long from = System.nanoTime();
            assertRefused(
                "another program is using the file", () -> ChangeLog.append(project, step));
            assertTrue(System.nanoTime() - from > 4_000_000_000L, "waited too short a time");
          });
      ChangeLog.append(project, step);
      assertFalse(steps(project).isEmpty());
      assertEquals(Optional.of("1"), project.reading(reading -> ProjectSettings.get(reading, "a")));
    }
  }

  /** Takes the pages out that nothing stands on: they would be room. */
  private static void pack(Path file) {
    try (Session session = new Sessions(file).write()) {
      session.execute("VACUUM");
    }
  }

  /** Leaves the disk room for two more pages. */
  private static void fill(ProjectFile project, SmallDisk disk) {
    disk.pages =
        Integer.parseInt(project.reading(reading -> reading.session().pragma("page_count"))) + 2;
    project.runInTransaction(
        writing -> writing.session().execute("PRAGMA max_page_count=" + disk.pages));
  }

  private static void importOf(ProjectFile project, int transcripts) {
    project.runInTransaction(
        writing -> {
          ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
          for (int i = 2; i < 2 + transcripts; i++) {
            TranscriptTable.insert(writing, imported, Projects.transcript(i));
          }
        });
  }

  private static List<Step> steps(ProjectFile project) {
    List<Step> steps = new ArrayList<>();
    ChangeLog.eachAfter(project, 0, logged -> steps.add(logged.step()));
    return steps;
  }
}
