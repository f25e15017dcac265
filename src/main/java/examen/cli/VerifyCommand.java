package examen.cli;

import examen.app.Finding;
import examen.app.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Checks a project. */
@CommandLine.Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Check a project: its pages, its log, and every quote against the text it was taken from.")
final class VerifyCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      required = true,
      description = "The project file.")
  private @Nullable Path project;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  VerifyCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (project == null) {
      throw Arguments.wrong(spec, "--project is wanted");
    }
    List<Finding> findings;
    try (Workbench workbench = Workbench.open(project, host.surroundings())) {
      findings = workbench.verify();
    }
    if (asJson) {
      json(findings);
    } else if (findings.isEmpty()) {
      host.out().println("clean: pages, keys, log and quotes are whole");
    } else {
      for (Finding finding : findings) {
        host.out()
            .println(
                Plain.of(finding.what())
                    + " at "
                    + Plain.of(finding.where())
                    + ": "
                    + Plain.of(finding.advice()));
      }
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void json(List<Finding> findings) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "verify");
          json.writeBooleanField("clean", findings.isEmpty());
          json.writeArrayFieldStart("findings");
          for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("what", finding.what());
            json.writeStringField("where", finding.where());
            json.writeStringField("advice", finding.advice());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
