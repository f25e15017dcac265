package examen.cli;

import examen.app.Workbench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes a project out. */
@CommandLine.Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a project out: transcripts, annotations, verdicts and classifier labels.")
final class ExportCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      required = true,
      description = "The project file.")
  private @Nullable Path project;

  @CommandLine.Option(names = "--to", paramLabel = "FORMAT", required = true, description = "jsonl")
  private @Nullable String format;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, replaced as a whole; without it, standard output.")
  private @Nullable Path out;

  @CommandLine.Option(names = "--json", description = "Print one JSON document; wants --out.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  ExportCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (project == null || format == null) {
      throw Arguments.wrong(spec, "--project and --to are wanted");
    }
    if (asJson && out == null) {
      throw Arguments.wrong(
          spec, "--json wants --out FILE, as both would print to standard output");
    }
    try (Workbench workbench = Workbench.open(project, host.surroundings())) {
      int transcripts =
          out == null ? workbench.export(format, host.out()) : workbench.export(format, out);
      if (asJson) {
        summary(transcripts);
      } else if (out != null) {
        host.out()
            .println("exported " + transcripts + " transcripts to " + Plain.of(out.toString()));
      }
    }
    host.out().flush();
    return ExitCode.DONE;
  }

  private void summary(int transcripts) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "export");
          json.writeStringField("to", String.valueOf(format));
          json.writeStringField("out", String.valueOf(out));
          json.writeNumberField("transcripts", transcripts);
        });
  }
}
