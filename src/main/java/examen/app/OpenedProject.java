package examen.app;

import examen.codebook.Codebook;
import examen.store.ProjectFile;
import examen.store.ProjectOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Makes of a project's file what can be worked with; what cannot be is not left open. */
final class OpenedProject {
  private final Surroundings surroundings;

  OpenedProject(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** With the codebook that is in use there. */
  Workbench on(ProjectFile file) {
    return around(file, Codebooks::inUse);
  }

  /** A project that is there, or a new one with the codebook that comes with Examen. */
  Workbench orCreated(Path path) {
    if (Files.exists(path)) {
      return on(ProjectFile.open(path));
    }
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    ProjectOrigin origin = new ProjectOrigin(surroundings.ids().next(), now, Version.PROGRAM);
    return around(ProjectFile.create(path, origin), Codebooks::putDefault);
  }

  private Workbench around(ProjectFile file, Function<ProjectFile, Codebook> codebook) {
    boolean good = false;
    try {
      Workbench workbench = new Workbench(file, surroundings, codebook.apply(file));
      good = true;
      return workbench;
    } finally {
      if (!good) {
        file.close();
      }
    }
  }
}
