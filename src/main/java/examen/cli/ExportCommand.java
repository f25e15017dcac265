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

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

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
    if (format == null) {
      throw Arguments.wrong(spec, "--to is wanted");
    }
    if (asJson && out == null) {
      throw Arguments.wrong(
          spec, "--json wants --out FILE, as both would print to standard output");
    }
    try (Workbench workbench = project.open(host)) {
      int transcripts =
          out == null
              ? workbench.lead().export(format, host.out())
              : workbench.lead().export(format, out);
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
