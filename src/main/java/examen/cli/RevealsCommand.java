package examen.cli;

import examen.app.Workbench;
import examen.rating.Reveal;
import examen.rating.Revealing;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Lists what raters were shown of what others say, and says when they may be. */
@CommandLine.Command(
    name = "reveals",
    mixinStandardHelpOptions = true,
    description = "List what raters were shown of what others say, or say when they may be.")
final class RevealsCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--allow",
      paramLabel = "WHEN",
      description =
          "When raters may have it shown: after-submission (as long as nothing is said) or"
              + " any-time.")
  private @Nullable String allow;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  RevealsCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    Revealing when = when();
    try (Workbench workbench = project.open(host)) {
      if (when != null) {
        workbench.lead().team().allow(when);
      }
      print(workbench.reveals().when(), workbench.lead().reveals());
    }
    return ExitCode.DONE;
  }

  private @Nullable Revealing when() {
    return allow == null
        ? null
        : Revealing.ofWire(allow)
            .orElseThrow(() -> Arguments.wrong(spec, "--allow is after-submission or any-time"));
  }

  private void print(Revealing when, List<Reveal> reveals) {
    if (asJson) {
      json(when, reveals);
      return;
    }
    host.out().println("raters may be shown what others say: " + when.wire());
    for (Reveal reveal : reveals) {
      host.out()
          .println(
              Plain.of(reveal.rater().value())
                  + " was shown "
                  + reveal.what().wire()
                  + " of "
                  + reveal.transcript());
    }
    host.out().println(reveals.size() + " recorded");
  }

  private void json(Revealing when, List<Reveal> reveals) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "reveals");
          json.writeStringField("allowed", when.wire());
          json.writeArrayFieldStart("reveals");
          for (Reveal reveal : reveals) {
            json.writeStartObject();
            json.writeStringField("transcript", reveal.transcript().value());
            json.writeStringField("rater", reveal.rater().value());
            json.writeStringField("what", reveal.what().wire());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
