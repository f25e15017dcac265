package examen.cli;

import examen.app.BackupJob;
import examen.app.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The project that a command works on. */
final class ProjectOption {
  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      required = true,
      description = "The project file.")
  private @Nullable Path file;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.@Nullable CommandSpec command;

  /** Opens it; the caller closes it. */
  Workbench open(Host host) {
    if (file == null) {
      throw Arguments.wrong(command, "--project is wanted");
    }
    Workbench workbench = Workbench.open(file, host.surroundings());
    String service = new BackupJob(workbench).syncedBy();
    if (!service.isEmpty()) {
      host.err()
          .println(
              "examen: warning: the project lies in "
                  + Plain.of(service)
                  + ", which may copy it to other machines while it is in use");
    }
    return workbench;
  }
}
