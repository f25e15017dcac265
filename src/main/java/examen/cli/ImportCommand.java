package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.ChangedSamples;
import examen.app.ConditionMapping;
import examen.app.ImportReport;
import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.app.ImportRequest;
import examen.app.Progress;
import examen.app.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Takes transcripts into a project. */
@CommandLine.Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Import files or folders of transcripts. The format is recognised by its content.")
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Host host;

  @CommandLine.Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
  private List<Path> paths = new ArrayList<>();

  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      description = "The project file; made if it is not there.")
  private @Nullable Path project;

  @CommandLine.Option(
      names = "--dry-run",
      description = "Say what would be imported, and write nothing.")
  private boolean dryRun;

  @CommandLine.Option(
      names = "--format",
      paramLabel = "ID",
      description = "Read every file as this format.")
  private @Nullable String format;

  @CommandLine.Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Give every transcript this condition. May be repeated.")
  private List<String> settings = new ArrayList<>();

  @CommandLine.Option(
      names = "--changed",
      paramLabel = "WHAT",
      description =
          "What becomes of samples that are there with other contents: report (the usual) or"
              + " import.")
  private String changed = ChangedSamples.REPORT.wire();

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  ImportCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    ImportRequest request =
        new ImportRequest(
            paths,
            format,
            Arguments.conditions(spec, settings),
            ConditionMapping.NONE,
            changedSamples(),
            dryRun);
    ImportReport report = run(request);
    if (asJson) {
      Json.write(host.out(), json -> write(json, report));
    } else {
      print(report);
    }
    return code(report);
  }

  private ChangedSamples changedSamples() {
    return ChangedSamples.ofWire(changed)
        .orElseThrow(() -> Arguments.wrong(spec, "--changed is report or import"));
  }

  private ImportReport run(ImportRequest request) {
    if (project == null) {
      if (!dryRun) {
        throw Arguments.wrong(spec, "--project FILE is wanted, or --dry-run");
      }
      return Workbench.preview(request, Progress.NONE);
    }
    try (Workbench workbench = Workbench.openOrCreate(project, host.surroundings())) {
      return workbench.importFrom(request, Progress.NONE);
    }
  }

  static int code(ImportReport report) {
    if (report.imported() + report.duplicates() + report.changed() == 0) {
      return ExitCode.NOTHING_TAKEN_IN;
    }
    return report.rejected() > 0 ? ExitCode.SOME_REFUSED : ExitCode.DONE;
  }

  void print(ImportReport report) {
    host.out()
        .printf(
            "%s %d of %d found; %d duplicates, %d changed, %d rejected%n",
            report.dryRun() ? "would import" : "imported",
            report.imported(),
            report.found(),
            report.duplicates(),
            report.changed(),
            report.rejected());
    List<String> lines = new ArrayList<>();
    for (FileReport file : report.files()) {
      file.rejections().forEach(r -> lines.add(line("refused  ", file, r)));
    }
    for (FileReport file : report.files()) {
      file.changed().forEach(r -> lines.add(line("changed  ", file, r)));
    }
    for (FileReport file : report.files()) {
      file.warnings().forEach(r -> lines.add(line("note     ", file, r)));
    }
    lines.stream().limit(SHOWN).forEach(host.out()::println);
    int left =
        report.rejected() + report.changed() + report.warnings() - Math.min(lines.size(), SHOWN);
    if (left > 0) {
      host.out().println("  ... and " + left + " more; --json lists up to a thousand a file");
    }
  }

  private static String line(String kind, FileReport file, Remark remark) {
    return "  " + kind + where(file, remark) + ": " + Plain.of(remark.text());
  }

  private static String where(FileReport file, Remark remark) {
    String source = Plain.of(file.source());
    return remark.record().isEmpty() ? source : source + ", " + Plain.of(remark.record());
  }

  private static void write(JsonGenerator json, ImportReport report) throws IOException {
    json.writeStringField("command", "import");
    json.writeBooleanField("dry_run", report.dryRun());
    json.writeNumberField("found", report.found());
    json.writeNumberField("imported", report.imported());
    json.writeNumberField("duplicates", report.duplicates());
    json.writeNumberField("changed", report.changed());
    json.writeNumberField("rejected", report.rejected());
    json.writeArrayFieldStart("files");
    for (FileReport file : report.files()) {
      write(json, file);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, FileReport file) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", file.source());
    json.writeStringField("format", file.format());
    if (file.companion()) {
      json.writeBooleanField("read_with_others", true);
    }
    json.writeNumberField("found", file.found());
    json.writeNumberField("imported", file.imported());
    json.writeNumberField("duplicates", file.duplicates());
    remarks(json, "changed", file.changed());
    remarks(json, "rejected", file.rejections());
    remarks(json, "warnings", file.warnings());
    int unlisted =
        file.rejected()
            - file.rejections().size()
            + file.counts().changed()
            - file.changed().size()
            + file.warned()
            - file.warnings().size();
    if (unlisted > 0) {
      json.writeNumberField("unlisted", unlisted);
    }
    json.writeEndObject();
  }

  private static void remarks(JsonGenerator json, String name, List<Remark> remarks)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("record", remark.record());
      json.writeStringField("reason", remark.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
