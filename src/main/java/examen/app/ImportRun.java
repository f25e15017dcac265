package examen.app;

import examen.store.ProjectFile;
import java.time.InstantSource;

/** An import into an open project, or what it would bring. */
final class ImportRun {
  private final ProjectFile file;
  private final InstantSource clock;

  ImportRun(ProjectFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Takes in what is asked for, and remembers the mappings that were given for it. */
  ImportReport run(ImportRequest request, Progress progress) {
    ImportJob.Shelf shelf =
        request.dryRun()
            ? new PreviewShelf(file, request.changed())
            : new StoreShelf(file, clock, request.changed());
    ReadingWays ways = new ReadingWays(request.given(), RememberedMappings.of(file));
    ImportReport report = new ImportJob(shelf, ways).run(request, progress);
    if (!request.dryRun()) {
      RememberedMappings.put(file, ways.used(), clock.instant());
    }
    return report;
  }
}
