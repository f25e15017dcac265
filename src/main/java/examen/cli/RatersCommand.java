package examen.cli;

import examen.app.OwnQueue;
import examen.app.Workbench;
import examen.rating.Rater;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Says who rates in a project. */
@CommandLine.Command(
    name = "raters",
    mixinStandardHelpOptions = true,
    description = "List who rates in a project; add and name raters, and say who else may rate.")
final class RatersCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(names = "--add", paramLabel = "NAME", description = "Add a rater.")
  private List<String> added = List.of();

  @CommandLine.Option(
      names = "--name",
      paramLabel = "ID=NAME",
      description = "Give a rater another name; the id stays.")
  private List<String> named = List.of();

  @CommandLine.ArgGroup private final Who who = new Who();

  /** Who may rate. */
  private static final class Who {
    @CommandLine.Option(
        names = "--fix",
        description = "Only those who are listed may rate here; others are refused.")
    private boolean fix;

    @CommandLine.Option(names = "--open", description = "Anybody may rate here.")
    private boolean open;
  }

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  RatersCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    try (Workbench workbench = project.open(host)) {
      change(workbench);
      if (asJson) {
        json(workbench);
      } else {
        print(workbench);
      }
    }
    return ExitCode.DONE;
  }

  private void change(Workbench workbench) {
    if (who.open) {
      workbench.lead().team().openRaters();
    }
    for (String name : added) {
      workbench.lead().team().put(workbench.raters().meant(name));
    }
    for (String each : named) {
      int equals = each.indexOf('=');
      if (equals < 1 || !Rater.isName(each.substring(equals + 1))) {
        throw Arguments.wrong(spec, "--name wants ID=NAME, not \"" + each + "\"");
      }
      Rater there = Arguments.known(workbench, each.substring(0, equals));
      workbench.lead().team().put(new Rater(there.id(), each.substring(equals + 1)));
    }
    if (who.fix) {
      workbench.lead().team().fixRaters();
    }
  }

  private void print(Workbench workbench) {
    host.out().printf("%-24s%-24s%10s%n", "name", "id", "assigned");
    for (Rater rater : workbench.raters().all()) {
      OwnQueue queue = workbench.plans().of(rater.id());
      host.out()
          .printf(
              "%-24s%-24s%10d%n",
              Plain.of(rater.name(), 22),
              Plain.of(rater.id().value(), 22),
              queue.assigned().size());
    }
    host.out()
        .println(
            workbench.raters().areFixed()
                ? "only these may rate here"
                : "others may rate here too");
  }

  private void json(Workbench workbench) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "raters");
          json.writeBooleanField("fixed", workbench.raters().areFixed());
          json.writeArrayFieldStart("raters");
          for (Rater rater : workbench.raters().all()) {
            json.writeStartObject();
            json.writeStringField("id", rater.id().value());
            json.writeStringField("name", rater.name());
            json.writeNumberField("assigned", workbench.plans().of(rater.id()).assigned().size());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
