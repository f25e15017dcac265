package examen.cli;

import examen.app.RatingReport;
import examen.app.Workbench;
import examen.rating.Rater;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Puts annotations and verdicts in from a file. */
@CommandLine.Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description = {
      "Put annotations and verdicts in from CSV or JSONL, as one step of a named rater.",
      "Columns: transcript (id or title), then message, part, start, end, unit (utf16 or"
          + " codepoint), quote, tag, severity, enactment, confidence, note for an annotation, or"
          + " question, answer for a verdict, or review (submitted) to submit one, after all"
          + " other rows. Where only a quote is given, it must stand in the"
          + " transcript exactly once."
    })
final class AnnotateCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Parameters(paramLabel = "FILE", description = "CSV with a header line, or JSONL.")
  private @Nullable Path file;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--rater",
      paramLabel = "NAME",
      required = true,
      description = "Whose ratings these are: an id, or a name.")
  private @Nullable String rater;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  AnnotateCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (file == null || rater == null) {
      throw Arguments.wrong(spec, "a file and --rater are wanted");
    }
    String named = Arguments.rater(spec, rater);
    RatingReport report;
    try (Workbench workbench = project.open(host)) {
      Rater who = workbench.raters().meant(named);
      workbench.raters().introduce(who);
      report = workbench.lead().annotate(file, who.id());
    }
    if (asJson) {
      json(report);
    } else {
      print(report);
    }
    if (report.found() == report.refused().size()) {
      return ExitCode.NOTHING_TAKEN_IN;
    }
    return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.SOME_REFUSED;
  }

  private void print(RatingReport report) {
    host.out()
        .printf(
            "%d annotations and %d verdicts put in, %d reviews submitted; %d were there already,"
                + " %d refused%n",
            report.annotations(),
            report.verdicts(),
            report.submitted(),
            report.duplicates(),
            report.refused().size());
    for (RatingReport.Refused refused : report.refused()) {
      host.out().println("  refused  " + refused.place() + ": " + Plain.of(refused.reason()));
    }
  }

  private void json(RatingReport report) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "annotate");
          json.writeNumberField("found", report.found());
          json.writeNumberField("annotations", report.annotations());
          json.writeNumberField("verdicts", report.verdicts());
          json.writeNumberField("submitted", report.submitted());
          json.writeNumberField("duplicates", report.duplicates());
          json.writeArrayFieldStart("rejected");
          for (RatingReport.Refused refused : report.refused()) {
            json.writeStartObject();
            json.writeStringField("record", refused.place());
            json.writeStringField("reason", refused.reason());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
