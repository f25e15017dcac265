package examen.cli;

import examen.app.Finding;
import examen.app.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Checks a project. */
@CommandLine.Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Check a project: its pages, its log, and every quote against the text it was taken from.")
final class VerifyCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  VerifyCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<Finding> findings;
    try (Workbench workbench = project.open(host)) {
      findings = workbench.lead().verify();
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
