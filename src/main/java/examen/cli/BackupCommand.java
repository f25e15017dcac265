package examen.cli;

import examen.app.BackupJob;
import examen.app.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Makes a backup, or lists those that there are. */
@CommandLine.Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Make a backup of a project beside it, or a copy elsewhere.")
final class BackupCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Make a copy in this file, which must not be there yet.")
  private @Nullable Path to;

  @CommandLine.Option(names = "--list", description = "Make none; list those that there are.")
  private boolean list;

  @CommandLine.Option(
      names = "--every",
      paramLabel = "STEPS",
      description =
          "Make none; have the window make one after so many steps from now on, 0 for never.")
  private @Nullable Integer every;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  BackupCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if ((to == null ? 0 : 1) + (list ? 1 : 0) + (every == null ? 0 : 1) > 1) {
      throw Arguments.wrong(spec, "only one of --to, --list and --every");
    }
    try (Workbench workbench = project.open(host)) {
      BackupJob backups = new BackupJob(workbench);
      Path made = made(backups);
      if (asJson) {
        json(made, backups);
      } else {
        lines(made, backups);
      }
    }
    return ExitCode.DONE;
  }

  private @Nullable Path made(BackupJob backups) {
    if (every != null) {
      backups.setEvery(every);
    }
    if (to != null) {
      backups.copyTo(to);
    }
    return to != null || list || every != null ? to : backups.make();
  }

  private void lines(@Nullable Path made, BackupJob backups) {
    if (made != null) {
      host.out().println("made and looked at: " + Plain.of(made.toString()));
    } else if (every != null) {
      host.out()
          .println(
              every == 0
                  ? "the window makes no backups of this project by itself"
                  : "the window makes a backup of this project every " + every + " steps");
    } else {
      List<Path> all = backups.all();
      all.forEach(backup -> host.out().println(Plain.of(backup.toString())));
      if (all.isEmpty()) {
        host.out().println("there are no backups beside this project");
      }
    }
  }

  private void json(@Nullable Path made, BackupJob backups) {
    int steps = backups.every();
    List<Path> all = backups.all();
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "backup");
          json.writeStringField("made", made == null ? null : made.toString());
          json.writeNumberField("every", steps);
          json.writeArrayFieldStart("backups");
          for (Path backup : all) {
            json.writeString(backup.toString());
          }
          json.writeEndArray();
        });
  }
}
