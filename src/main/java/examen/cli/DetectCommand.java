package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.DetectJob;
import examen.app.ImportReport;
import examen.app.ImportRequest;
import examen.app.ImportedJob;
import examen.app.Progress;
import examen.app.RuleFile;
import examen.app.Workbench;
import examen.highlight.Category;
import examen.highlight.RuleChanges;
import examen.rating.RaterId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs the highlight rules over a project or straight over files. */
@CommandLine.Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "Find the sentences in which a model says what it believes, knows and wants.")
final class DetectCommand implements Callable<Integer> {
  /** How plain text files are read. */
  enum As {
    reasoning
  }

  private final Host host;

  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders; not with --project.")
  private List<Path> paths = new ArrayList<>();

  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      description = "Run over this project.")
  private @Nullable Path project;

  @CommandLine.Option(
      names = "--as",
      paramLabel = "KIND",
      description =
          "Take each file as plain text and as one part of this kind: ${COMPLETION-CANDIDATES}.")
  private @Nullable As as;

  @CommandLine.Option(
      names = "--rules",
      paramLabel = "RULES",
      description = "Try these changes of the rules, in place of the project's; none is stored.")
  private @Nullable Path rules;

  @CommandLine.Option(
      names = "--imported",
      description = "With a project: also what imported classifiers point at. Not for raters.")
  private boolean imported;

  @CommandLine.Option(
      names = "--rank",
      description =
          "With suggestions, in the order of likelihood that the project's decisions give them.")
  private boolean rank;

  @CommandLine.Option(
      names = "--rater",
      paramLabel = "NAME",
      description = "With --rank: what this rater has not decided, as far as they may see it.")
  private @Nullable String rater;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  DetectCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if ((project == null) == paths.isEmpty()) {
      throw Arguments.wrong(spec, "either --project FILE or files to read are wanted");
    }
    if (imported && project == null) {
      throw Arguments.wrong(spec, "--imported wants --project FILE");
    }
    if (rank || rater != null) {
      return ranked();
    }
    tried = rules == null ? null : RuleFile.read(rules);
    if (asJson) {
      Json.write(host.out(), this::writeAll);
      return code;
    }
    Summary summary =
        run(
            (transcript, highlight) ->
                host.out().println(ShownHighlight.of(transcript, highlight, null).line()));
    eachImported(
        (transcript, shown) -> ImportedLines.of(transcript, shown).forEach(host.out()::println));
    host.out().println();
    CountTable.print(host.out(), summary.counts());
    report(summary.refused());
    return code;
  }

  private int ranked() {
    if (!rank || project == null || rules != null || as != null || imported) {
      throw Arguments.wrong(spec, "--rank goes with --project FILE alone, --rater with --rank");
    }
    try (Workbench workbench = Workbench.open(project, host.surroundings())) {
      RaterId sees =
          rater == null ? null : workbench.raters().meant(Arguments.rater(spec, rater)).id();
      new RankedHighlights(workbench, host).print(sees, asJson);
    }
    return ExitCode.DONE;
  }

  private int code = ExitCode.DONE;
  private @Nullable RuleChanges tried;

  private record Summary(
      String pack, int transcripts, Map<Category, Integer> counts, ImportReport refused) {}

  private void writeAll(JsonGenerator json) throws IOException {
    json.writeStringField("command", "detect");
    json.writeArrayFieldStart("highlights");
    Summary summary =
        run(
            (transcript, highlight) -> {
              try {
                ShownHighlight.of(transcript, highlight, null).write(json);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    json.writeEndArray();
    if (imported) {
      new ImportedHighlightsJson(json).write(this::eachImported);
    }
    json.writeStringField("pack", summary.pack());
    json.writeNumberField("transcripts", summary.transcripts());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<Category, Integer> count : summary.counts().entrySet()) {
      json.writeNumberField(count.getKey().wire(), count.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("rejected");
    for (ImportReport.FileReport file : summary.refused().files()) {
      for (ImportReport.Remark remark : file.rejections()) {
        json.writeStartObject();
        json.writeStringField("source", file.source());
        json.writeStringField("record", remark.record());
        json.writeStringField("reason", remark.text());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private Summary run(DetectJob.Found found) {
    DetectJob job = new DetectJob(found, tried);
    ImportReport refused = new ImportReport(true, List.of());
    if (project != null) {
      try (Workbench workbench = Workbench.open(project, host.surroundings())) {
        job.over(workbench.lead(), Progress.NONE);
        workbench
            .rules()
            .problem()
            .filter(why -> rules == null)
            .ifPresent(
                why ->
                    host.err()
                        .println(
                            "examen: the project's own rules are not in use: " + Plain.of(why)));
      }
    } else if (as != null) {
      refused = job.overTexts(paths);
    } else {
      refused = job.overFiles(new ImportRequest(paths, null, Map.of(), true), Progress.NONE);
    }
    if (refused.rejected() > 0) {
      code = job.transcripts() == 0 ? ExitCode.NOTHING_TAKEN_IN : ExitCode.SOME_REFUSED;
    } else if (job.transcripts() == 0 && project == null) {
      code = ExitCode.NOTHING_TAKEN_IN;
    }
    return new Summary(job.pack(), job.transcripts(), job.counts(), refused);
  }

  private void eachImported(ImportedJob.Found found) {
    if (imported && project != null) {
      try (Workbench workbench = Workbench.open(project, host.surroundings())) {
        ImportedJob.over(workbench.lead(), found);
      }
    }
  }

  private void report(ImportReport refused) {
    for (ImportReport.FileReport file : refused.files()) {
      for (ImportReport.Remark remark : file.rejections()) {
        host.err()
            .println(
                "refused "
                    + Plain.of(file.source())
                    + " "
                    + Plain.of(remark.record())
                    + ": "
                    + Plain.of(remark.text()));
      }
    }
  }
}
