package examen.cli;

import examen.app.DetectJob;
import examen.app.ImportReport;
import examen.app.Progress;
import examen.app.SampleProject;
import examen.app.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the window, and does what can be done without one where there is no display. */
final class Opening {
  private final Host host;

  Opening(Host host) {
    this.host = host;
  }

  int startPage(@Nullable String rater) {
    if (host.window().open(new WindowRequest(null, false, rater))) {
      return ExitCode.DONE;
    }
    host.out().println("There is no display to open a window on. See: examen --help");
    return ExitCode.FAILED;
  }

  int project(Path project, @Nullable String rater) {
    if (host.window().open(new WindowRequest(project, false, rater))) {
      return ExitCode.DONE;
    }
    host.out().println("There is no display to open a window on. See: examen --help");
    return ExitCode.FAILED;
  }

  /** Opens the sample project; without a display, shows on the console what is in it. */
  int sample(@Nullable Path named, @Nullable String rater) {
    SampleProject sample = new SampleProject(host.surroundings());
    Path project = named == null ? sample.file() : named;
    if (host.window().open(new WindowRequest(project, true, rater))) {
      return ExitCode.DONE;
    }
    host.out().println("There is no display, so here is what the sample project holds.");
    host.out().println("Some records of the samples are bad on purpose, to show how that is told.");
    ImportReport report = sample.bring(project, Progress.NONE);
    new ImportCommand(host).print(report);
    DetectJob job = new DetectJob((transcript, highlight) -> {});
    try (Workbench workbench = Workbench.open(project, host.surroundings())) {
      job.over(workbench, Progress.NONE);
    }
    host.out().println();
    CountTable.print(host.out(), job.counts());
    host.out().println();
    host.out().println("Go on with:");
    for (String next :
        new String[] {"detect --project ", "export --to jsonl --project ", "verify --project "}) {
      host.out().println("  examen " + next + project);
    }
    host.out().println("  examen import --project my.examen FOLDER");
    return ExitCode.DONE;
  }
}
