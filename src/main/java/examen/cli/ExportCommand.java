package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.ExportRequest;
import examen.app.Lead;
import examen.app.Progress;
import examen.app.Refusal;
import examen.app.Workbench;
import examen.app.privacy.BadPatternFile;
import examen.app.privacy.OwnNames;
import examen.app.privacy.Privacy;
import examen.app.privacy.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes a project out. */
@CommandLine.Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a project out: transcripts, annotations, verdicts and classifier labels.")
final class ExportCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(names = "--to", paramLabel = "FORMAT", description = "jsonl")
  private @Nullable String format;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, replaced as a whole; without it, standard output.")
  private @Nullable Path out;

  @CommandLine.Option(
      names = "--pseudonyms",
      description = "Name raters rater-1, rater-2 ..., and sources by their file alone.")
  private boolean pseudonyms;

  @CommandLine.Option(
      names = "--folders",
      description = "With --pseudonyms: keep the folders of sources.")
  private boolean folders;

  @CommandLine.Option(
      names = "--redact",
      paramLabel = "PATTERNS",
      description =
          "Take out what the patterns of this file find; \"usual\" is the list that comes with"
              + " Examen. May be given several times.")
  private List<Path> redact = new ArrayList<>();

  @CommandLine.Option(
      names = "--redact-names",
      paramLabel = "FILE",
      description =
          "Take out the names in this file, one a line, in any writing. May be given several"
              + " times.")
  private List<Path> redactNames = new ArrayList<>();

  @CommandLine.Option(
      names = "--check",
      description = "Only count likely secrets, by the usual patterns; nothing is written.")
  private boolean check;

  @CommandLine.Option(names = "--json", description = "Print one JSON document; wants --out.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  ExportCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (check) {
      return check();
    }
    if (format == null) {
      throw Arguments.wrong(spec, "--to is wanted");
    }
    if (asJson && out == null) {
      throw Arguments.wrong(
          spec, "--json wants --out FILE, as both would print to standard output");
    }
    if (folders && !pseudonyms) {
      throw Arguments.wrong(spec, "--folders goes with --pseudonyms");
    }
    Redaction redaction = redaction();
    ExportRequest request = new ExportRequest(format, new Privacy(naming(), redaction));
    try (Workbench workbench = project.open(host)) {
      Lead lead = workbench.lead();
      if (redaction == null) {
        warn(lead.secrets(Progress.NONE));
      }
      int transcripts = out == null ? lead.export(request, host.out()) : lead.export(request, out);
      tell(transcripts, redaction);
    }
    host.out().flush();
    return ExitCode.DONE;
  }

  private Privacy.Naming naming() {
    return !pseudonyms
        ? Privacy.Naming.OWN
        : folders ? Privacy.Naming.PSEUDONYMS_WITH_FOLDERS : Privacy.Naming.PSEUDONYMS;
  }

  private @Nullable Redaction redaction() {
    try {
      return redact.isEmpty() && redactNames.isEmpty()
          ? null
          : Redaction.of(redact)
              .withNames(redactNames)
              .withOwn(OwnNames.here(System.getenv(), host.surroundings().home()));
    } catch (BadPatternFile e) {
      throw new Refusal("nothing was exported: " + e.why(), e);
    }
  }

  /** Counts alone: what was found is never printed. */
  private int check() {
    SortedMap<String, Long> found;
    try (Workbench workbench = project.open(host)) {
      found = workbench.lead().secrets(Progress.NONE);
    }
    if (asJson) {
      Json.write(
          host.out(),
          json -> {
            json.writeStringField("command", "export");
            counts(json, "likely_secrets", found);
          });
    } else {
      print(found, "likely secrets");
    }
    return ExitCode.DONE;
  }

  private void warn(SortedMap<String, Long> found) {
    long all = sum(found);
    if (all > 0) {
      host.err()
          .println(
              "examen: the export holds "
                  + all
                  + " likely secrets ("
                  + found.entrySet().stream()
                      .filter(each -> each.getValue() > 0)
                      .map(each -> each.getKey() + " " + each.getValue())
                      .collect(Collectors.joining(", "))
                  + "); take them out with --redact usual");
    }
  }

  private void tell(int transcripts, @Nullable Redaction redaction) {
    if (asJson) {
      summary(transcripts, redaction);
    } else if (out != null) {
      host.out().println("exported " + transcripts + " transcripts to " + Plain.of(out.toString()));
      if (redaction != null) {
        print(redaction.counts(), "secrets taken out");
      }
    }
  }

  private void print(SortedMap<String, Long> counts, String what) {
    host.out().println(sum(counts) + " " + what);
    counts.forEach(
        (name, count) -> {
          if (count > 0) {
            host.out().printf("  %-32s %8d%n", Plain.of(name), count);
          }
        });
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void summary(int transcripts, @Nullable Redaction redaction) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "export");
          json.writeStringField("to", String.valueOf(format));
          json.writeStringField("out", String.valueOf(out));
          json.writeNumberField("transcripts", transcripts);
          if (redaction != null) {
            counts(json, "taken_out", redaction.counts());
          }
        });
  }

  private static void counts(JsonGenerator json, String field, SortedMap<String, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }
}
