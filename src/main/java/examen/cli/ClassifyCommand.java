package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.Classifiers;
import examen.app.ClassifyReport;
import examen.app.ClassifyRequest;
import examen.app.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Takes what a classifier said in from a file, or lists what classifiers said. */
@CommandLine.Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Take the labels of a classifier run in from CSV or JSONL, or list those that are there.",
      "Columns: transcript (id, title or name of the sample; also called id, sample or title),"
          + " value, and if there are such name, score and rationale. Others are left alone."
    })
final class ClassifyCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "CSV with a header line, or JSONL.")
  private @Nullable Path file;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--run",
      paramLabel = "NAME",
      description =
          "Name of the run; that of the file if nothing is said. With --map and no file: RUN/NAME"
              + " of a label.")
  private String run = "";

  @CommandLine.Option(
      names = "--run-version",
      paramLabel = "VERSION",
      description = "Version of the classifier; two versions are two runs, NAME@VERSION.")
  private String version = "";

  @CommandLine.Option(
      names = "--map",
      paramLabel = "VALUE=ANSWER",
      split = ",",
      description = "The answers of the codebook that its values stand for, kept with the project.")
  private final Map<String, String> answers = new TreeMap<>();

  @CommandLine.Option(
      names = "--dry-run",
      description = "Say what would be taken in, and keep nothing.")
  private boolean isTrial;

  @CommandLine.Option(
      names = "--list",
      description = "List what all runs judged, with their values and answers.")
  private boolean isList;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  ClassifyCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    boolean isMapping = file == null && !answers.isEmpty() && !run.isEmpty();
    if ((file == null) == (!isList && !isMapping)) {
      throw Arguments.wrong(spec, "a file, --list, or --run RUN/NAME with --map is wanted");
    }
    try (Workbench workbench = project.open(host)) {
      Classifiers classifiers = workbench.lead().classifiers();
      if (file != null) {
        return take(classifiers, file);
      }
      if (isMapping) {
        classifiers.map(run, answers);
      }
      list(classifiers);
      return ExitCode.DONE;
    }
  }

  private int take(Classifiers classifiers, Path from) {
    ClassifyRequest.Kind kind = isTrial ? ClassifyRequest.Kind.TRIAL : ClassifyRequest.Kind.KEEP;
    ClassifyReport report =
        classifiers.take(new ClassifyRequest(from, run, version, answers, kind));
    if (asJson) {
      Json.write(host.out(), json -> json(json, report));
    } else {
      print(report);
    }
    if (report.found() == report.refused().size()) {
      return ExitCode.NOTHING_TAKEN_IN;
    }
    return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.SOME_REFUSED;
  }

  private void print(ClassifyReport report) {
    host.out()
        .printf(
            "%s %d of %d found; %d duplicates, %d rejected%n",
            isTrial ? "would import" : "imported",
            report.imported(),
            report.found(),
            report.duplicates(),
            report.refused().size());
    if (!report.left().isEmpty()) {
      host.out().println(Plain.of("  columns left alone: " + String.join(", ", report.left())));
    }
    report
        .values()
        .forEach(
            (name, values) ->
                host.out()
                    .println(Plain.of("  " + report.run() + "/" + name + ": " + counts(values))));
    for (ClassifyReport.Refused refused : report.refused()) {
      host.out().println("  rejected  " + refused.place() + ": " + Plain.of(refused.reason()));
    }
  }

  private static String counts(Map<String, Integer> values) {
    return values.entrySet().stream()
            .limit(12)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "))
        + (values.size() > 12 ? ", ... (%d values)".formatted(values.size()) : "");
  }

  private void json(JsonGenerator json, ClassifyReport report) throws IOException {
    json.writeStringField("command", "classify");
    json.writeStringField("run", report.run());
    json.writeBooleanField("dry_run", isTrial);
    json.writeNumberField("found", report.found());
    json.writeNumberField("imported", report.imported());
    json.writeNumberField("duplicates", report.duplicates());
    names(json, "columns_read", report.read());
    names(json, "columns_left_alone", report.left());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, ? extends Map<String, Integer>> name : report.values().entrySet()) {
      counts(json, name.getKey(), name.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("rejected");
    for (ClassifyReport.Refused refused : report.refused()) {
      json.writeStartObject();
      json.writeStringField("record", refused.place());
      json.writeStringField("reason", refused.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void names(JsonGenerator json, String field, List<String> names)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, String name, Map<String, Integer> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      json.writeNumberField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }

  private void list(Classifiers classifiers) {
    if (asJson) {
      Json.write(
          host.out(),
          json -> {
            json.writeStringField("command", "classify");
            json.writeArrayFieldStart("labels");
            for (Classifiers.Judged judged : classifiers.all()) {
              judged(json, judged);
            }
            json.writeEndArray();
          });
      return;
    }
    for (Classifiers.Judged judged : classifiers.all()) {
      host.out().println(Plain.of(judged.label() + ": " + counts(judged.values())));
      if (!judged.answers().isEmpty()) {
        host.out().println(Plain.of("  stand for " + new TreeMap<>(judged.answers())));
      }
    }
  }

  private static void judged(JsonGenerator json, Classifiers.Judged judged) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", judged.label());
    json.writeStringField("run", judged.run().id());
    json.writeStringField("classifier", judged.run().name());
    json.writeStringField("version", judged.run().version());
    counts(json, "values", judged.values());
    json.writeObjectFieldStart("answers");
    for (Map.Entry<String, String> answer : new TreeMap<>(judged.answers()).entrySet()) {
      json.writeStringField(answer.getKey(), answer.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
