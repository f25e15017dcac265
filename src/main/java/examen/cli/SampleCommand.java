package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.ReportFiles;
import examen.app.Samples;
import examen.app.Workbench;
import examen.report.Cell;
import examen.report.Fact;
import examen.report.Report;
import examen.report.Table;
import examen.study.Sampling;
import examen.study.SamplingPlan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Draws transcripts for reading, and tells what was drawn. */
final class SampleCommand implements Callable<Integer> {
  private static final String NAME = "--name";
  private static final String LIST = "--list";
  private static final String SHOW = "--show";
  private static final String DRY_RUN = "--dry-run";
  private static final String JSON = "--json";

  private final Host host;
  private final Sampling sampling = new Sampling();
  private final ProjectOption project = new ProjectOption();
  private final CommandLine.Model.CommandSpec spec;

  private SampleCommand(Host host) {
    this.host = host;
    this.spec = CommandLine.Model.CommandSpec.wrapWithoutInspection(this);
  }

  static CommandLine of(Host host) {
    return new SampleCommand(host).commandLine();
  }

  private CommandLine commandLine() {
    spec.name(sampling.id()).mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            sampling.about() + ".",
            "The plan is stored under its name with the probability of every transcript, and is"
                + " never changed. Estimates and assignments name it.");
    spec.addMixin("project", CommandLine.Model.CommandSpec.forAnnotatedObject(project));
    spec.addOption(text(NAME, "NAME", "By which the plan is known from now on."));
    sampling.choices().forEach(choice -> spec.addOption(StudyCommand.option(choice)));
    spec.addOption(flag(DRY_RUN, "Show what would be drawn; store nothing."));
    spec.addOption(flag(LIST, "List the plans that there are."));
    spec.addOption(text(SHOW, "NAME", "Print all that could be drawn by this plan, as CSV."));
    spec.addOption(flag(JSON, "Print one JSON document."));
    return new CommandLine(spec);
  }

  private static OptionSpec text(String name, String label, String about) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(about).build();
  }

  private static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).type(boolean.class).description(about).build();
  }

  @Override
  public Integer call() {
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    boolean json = parsed.matchedOptionValue(JSON, false);
    List<String> wanted =
        List.of(NAME, LIST, SHOW).stream().filter(parsed::hasMatchedOption).toList();
    if (wanted.size() > 1 || (wanted.isEmpty() && !parsed.hasMatchedOption(DRY_RUN))) {
      throw Arguments.wrong(spec, "say one of --name, --list and --show, or --dry-run");
    }
    try (Workbench workbench = project.open(host)) {
      Samples samples = workbench.lead().samples();
      if (parsed.hasMatchedOption(LIST)) {
        list(samples.all(), json);
      } else if (parsed.hasMatchedOption(SHOW)) {
        show(samples.of(parsed.matchedOptionValue(SHOW, "")), json);
      } else {
        print(drawn(samples, parsed), json);
      }
    }
    return ExitCode.DONE;
  }

  private Report drawn(Samples samples, CommandLine.ParseResult parsed) {
    var said = StudyCommand.said(parsed, sampling);
    return parsed.matchedOptionValue(DRY_RUN, false)
        ? samples.look(said)
        : samples.draw(said, parsed.matchedOptionValue(NAME, ""));
  }

  private void print(Report report, boolean json) {
    if (json) {
      ReportFiles.json(report, host.out());
    } else {
      ReportText.print(host.out(), report);
    }
  }

  private void show(SamplingPlan plan, boolean json) {
    Report report = Sampling.report(plan);
    if (json) {
      ReportFiles.json(report, host.out());
    } else {
      host.out().print(ReportFiles.csv(exact(report.inputs().getFirst())));
      host.out().flush();
    }
  }

  /** One field a column: numbers with all their digits and nothing else. */
  private static Table exact(Table table) {
    List<List<Cell>> rows =
        table.rows().stream()
            .map(row -> row.stream().map(cell -> Cell.words(exact(cell))).toList())
            .toList();
    return new Table(table.id(), table.title(), table.columns(), rows, table.notes());
  }

  private static String exact(Cell cell) {
    return cell.fact() instanceof Fact.Count(long count) ? Long.toString(count) : cell.text();
  }

  private void list(List<SamplingPlan.Line> plans, boolean json) {
    if (json) {
      Json.write(
          host.out(),
          out -> {
            out.writeStringField("command", sampling.id());
            out.writeArrayFieldStart("plans");
            for (SamplingPlan.Line plan : plans) {
              write(out, plan);
            }
            out.writeEndArray();
          });
      return;
    }
    if (plans.isEmpty()) {
      host.out().println("no sampling plans");
    }
    for (SamplingPlan.Line plan : plans) {
      host.out()
          .printf(
              "%s: %s, %,d of %,d drawn, seed %d, %s%n",
              Plain.of(plan.name()),
              Plain.of(plan.design()),
              plan.drawn(),
              plan.population(),
              plan.seed(),
              plan.at());
    }
  }

  private static void write(JsonGenerator json, SamplingPlan.Line plan) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", plan.name());
    json.writeStringField("at", plan.at().toString());
    json.writeStringField("design", plan.design());
    json.writeNumberField("seed", plan.seed());
    json.writeNumberField("population", plan.population());
    json.writeNumberField("drawn", plan.drawn());
    json.writeEndObject();
  }
}
