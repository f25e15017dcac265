package examen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The project that everybody can try Examen on, made of the transcripts that come with it. */
public final class SampleProject {
  /** The folder of the samples, within the program's own. */
  static final String SAMPLES = "sample-transcripts";

  private final Surroundings surroundings;

  public SampleProject(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Where it is kept unless the user says otherwise: with the program's own data, not in the build.
   */
  public Path file() {
    return surroundings.data().resolve("sample.examen");
  }

  /**
   * Makes the project if it is not there, and brings it up to date with the samples; what was
   * tagged stays.
   */
  public ImportReport bring(Path project, Progress progress) {
    Path samples = samples();
    try (Workbench workbench = openOrCreate(project)) {
      return bring(workbench, samples, SampleFiles.in(samples), progress);
    }
  }

  /**
   * Opens it for work. The samples are read only where they are others than at the last time, as
   * that takes longer than all else of a start.
   */
  public Workbench open(Path project, Progress progress) {
    Path samples = samples();
    Workbench workbench = openOrCreate(project);
    boolean opened = false;
    try {
      SampleFiles files = SampleFiles.in(samples);
      if (!files.areIn(workbench.file())) {
        bring(workbench, samples, files, progress);
      }
      opened = true;
      return workbench;
    } finally {
      if (!opened) {
        workbench.close();
      }
    }
  }

  private static ImportReport bring(
      Workbench workbench, Path samples, SampleFiles files, Progress progress) {
    ImportReport report =
        workbench.importFrom(new ImportRequest(List.of(samples), null, Map.of(), false), progress);
    files.keepIn(workbench.file());
    return report;
  }

  private Path samples() {
    Path samples = surroundings.home().resolve(SAMPLES);
    if (!Files.isDirectory(samples)) {
      throw new Refusal("the sample transcripts are not where Examen is installed: no " + samples);
    }
    return samples;
  }

  private Workbench openOrCreate(Path project) {
    Path folder = project.toAbsolutePath().getParent();
    if (folder != null) {
      makeFolder(folder);
    }
    return Workbench.openOrCreate(project, surroundings);
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
