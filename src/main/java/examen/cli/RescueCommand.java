package examen.cli;

import examen.app.RescueJob;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Takes what can be read out of a damaged project. */
@CommandLine.Command(
    name = "rescue",
    mixinStandardHelpOptions = true,
    description =
        "Take out of a damaged project what can be read, into a new one. The damaged file is not"
            + " changed.")
final class RescueCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  private final Host host;

  @CommandLine.Parameters(paramLabel = "FILE", description = "The damaged project.")
  private @Nullable Path file;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "NEW",
      required = true,
      description = "The project to be made; it must not be there yet.")
  private @Nullable Path to;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  RescueCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    RescueJob.Report report =
        RescueJob.run(
            Objects.requireNonNull(file), Objects.requireNonNull(to), host.surroundings());
    if (asJson) {
      json(report);
    } else {
      lines(report);
    }
    return report.isComplete() ? ExitCode.DONE : ExitCode.SOME_REFUSED;
  }

  private void lines(RescueJob.Report report) {
    host.out()
        .println(
            "rescued: " + report.transcripts() + " transcripts and " + report.steps() + " steps");
    report.leftOut().entrySet().stream()
        .limit(LISTED)
        .forEach(
            it ->
                host.out()
                    .println(
                        "left out: transcript " + it.getKey() + ": " + Plain.of(it.getValue())));
    if (!report.leftOut().isEmpty()) {
      host.out()
          .println(
              "left out: "
                  + report.leftOut().size()
                  + " transcripts in all; import their sources again, and what raters did on them"
                  + " is there too");
    }
    if (!report.lostSteps().isEmpty()) {
      host.out().println("lost: " + report.lostSteps().size() + " steps: " + numbers(report));
    }
    report
        .unread()
        .forEach((table, n) -> host.out().println("not all was read of: " + Plain.of(table)));
    report.remarks().forEach(remark -> host.out().println(Plain.of(remark)));
  }

  private static String numbers(RescueJob.Report report) {
    StringBuilder numbers = new StringBuilder();
    report.lostSteps().stream().limit(LISTED).forEach(n -> numbers.append(n).append(' '));
    return numbers + (report.lostSteps().size() > LISTED ? "..." : "");
  }

  private void json(RescueJob.Report report) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "rescue");
          json.writeBooleanField("complete", report.isComplete());
          json.writeNumberField("transcripts", report.transcripts());
          json.writeNumberField("steps", report.steps());
          json.writeObjectFieldStart("left_out");
          for (var it : report.leftOut().entrySet()) {
            json.writeStringField(it.getKey(), it.getValue());
          }
          json.writeEndObject();
          json.writeArrayFieldStart("lost_steps");
          for (long step : report.lostSteps()) {
            json.writeNumber(step);
          }
          json.writeEndArray();
          json.writeObjectFieldStart("unread");
          for (var it : report.unread().entrySet()) {
            json.writeNumberField(it.getKey(), it.getValue());
          }
          json.writeEndObject();
          json.writeArrayFieldStart("remarks");
          for (String remark : report.remarks()) {
            json.writeString(remark);
          }
          json.writeEndArray();
        });
  }
}
