package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.rating.RaterId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLogTest {
  @TempDir Path folder;

  @Test
  void keepsReportsAndShowsAnImportThatWasNeverFinished() {
    Instant later = Projects.NOON.plusSeconds(1);
    try (ProjectFile project = Projects.create(folder)) {
      ImportId first =
          project.inTransaction(
              writing -> ImportLog.begin(writing, Projects.NOON, new RaterId("ann")));
      ImportId second = project.inTransaction(writing -> ImportLog.begin(writing, later, null));
      project.runInTransaction(writing -> ImportLog.finish(writing, first, "{\"found\": 3}"));
      assertEquals(
          List.of(
              new ImportEntry(
                  first, Projects.NOON, Optional.of("ann"), Optional.of("{\"found\": 3}")),
              new ImportEntry(second, later, Optional.empty(), Optional.empty())),
          project.reading(ImportLog::all));
      assertRefused(
          "there is no import 9",
          () ->
              project.runInTransaction(
                  writing -> ImportLog.finish(writing, new ImportId(9), "{}")));
    }
  }
}
