package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.CodebookChange;
import examen.app.NewCodebook;
import examen.app.Workbench;
import examen.codebook.Codebook;
import examen.rating.Migration;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Says which codebook a project has, and puts a newer one in use. */
@CommandLine.Command(
    name = "codebook",
    mixinStandardHelpOptions = true,
    description = "Say which codebook a project has, or put a newer version of it in use.")
final class CodebookCommand implements Callable<Integer> {
  private static final String BUNDLED = "bundled";

  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--set",
      paramLabel = "FILE",
      description =
          "Put the newer version in this file in use; \"bundled\" is the one that comes with"
              + " Examen.")
  private @Nullable Path set;

  @CommandLine.Option(
      names = "--dry-run",
      description = "With --set or --again: only say what would be changed.")
  private boolean dryRun;

  @CommandLine.Option(
      names = "--undo",
      description = "Take the latest newer version back, with all that it changed.")
  private boolean undo;

  @CommandLine.Option(
      names = "--again",
      description =
          "Put what was said under an earlier version in another copy, and came in by a merge,"
              + " into the words of the one in use.")
  private boolean again;

  @CommandLine.Option(
      names = "--rater",
      paramLabel = "NAME",
      description = "Who does it; wanted with --set, --again and --undo.")
  private @Nullable String rater;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  CodebookCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (undo && (set != null || again || dryRun)) {
      throw Arguments.wrong(spec, "--undo goes with --rater alone");
    }
    if (again && set != null) {
      throw Arguments.wrong(spec, "--again is of the version in use: it does not go with --set");
    }
    if (dryRun && set == null && !again) {
      throw Arguments.wrong(spec, "--dry-run goes with --set FILE or --again");
    }
    boolean writes = undo || ((set != null || again) && !dryRun);
    if (writes && rater == null) {
      throw Arguments.wrong(spec, "--rater NAME is wanted: it is a step of theirs");
    }
    String named = rater == null ? null : Arguments.rater(spec, rater);
    try (Workbench workbench = project.open(host)) {
      CodebookChange change = workbench.lead().codebook();
      RaterId by = named == null || !writes ? null : introduced(workbench, named);
      if (again) {
        Migration.Result result = by == null ? change.previewAgain() : change.putAgain(by);
        show(workbench.codebook(), workbench.codebook(), result);
      } else if (set != null) {
        change(workbench.codebook(), change, by);
      } else if (undo && by != null) {
        tell(change.takeBack(by), 0);
      } else {
        tell(workbench.codebook(), change.previewAgain().changes().size());
      }
    }
    return ExitCode.DONE;
  }

  private static RaterId introduced(Workbench workbench, String named) {
    Rater who = workbench.raters().meant(named);
    workbench.raters().introduce(who);
    return who.id();
  }

  private void change(Codebook before, CodebookChange change, @Nullable RaterId by) {
    NewCodebook fresh =
        BUNDLED.equals(String.valueOf(set))
            ? NewCodebook.bundled()
            : NewCodebook.read(java.util.Objects.requireNonNull(set));
    Migration.Result result = dryRun || by == null ? change.preview(fresh) : change.put(fresh, by);
    show(before, fresh.codebook(), result);
  }

  private void show(Codebook before, Codebook after, Migration.Result result) {
    if (asJson) {
      Json.write(host.out(), json -> write(json, before, after, result));
    } else {
      print(before, after, result);
    }
  }

  private void tell(Codebook now, int behind) {
    Codebook bundled = NewCodebook.bundled().codebook();
    boolean isNewer = bundled.id().equals(now.id()) && bundled.version() > now.version();
    if (asJson) {
      Json.write(
          host.out(),
          json -> {
            json.writeStringField("command", "codebook");
            json.writeStringField("id", now.id());
            json.writeNumberField("version", now.version());
            json.writeBooleanField("bundled_is_newer", isNewer);
            json.writeNumberField("behind", behind);
          });
      return;
    }
    host.out().println("codebook " + Plain.of(now.id()) + " version " + now.version());
    if (behind > 0) {
      host.out().println(behind + " things were said under an earlier version: --again");
    }
    if (isNewer) {
      host.out().println("Examen brings version " + bundled.version() + " of it: --set bundled");
    }
  }

  private void print(Codebook before, Codebook after, Migration.Result result) {
    host.out()
        .println(
            (dryRun ? "would change version " : "changed version ")
                + before.version()
                + (again ? " again: " : " to " + after.version() + ": ")
                + result.changes().size()
                + " changes");
    result
        .touched()
        .forEach((rule, count) -> host.out().printf("  %-48s %8d%n", Plain.of(rule), count));
    result
        .missing()
        .forEach(what -> host.out().println("no rule says what becomes of " + Plain.of(what)));
    result
        .again()
        .forEach(
            (rater, transcripts) ->
                transcripts.forEach(
                    (id, reasons) ->
                        host.out()
                            .println(
                                Plain.of(rater.value())
                                    + " must read again "
                                    + id
                                    + ": "
                                    + Plain.of(String.join(", ", reasons)))));
  }

  private void write(JsonGenerator json, Codebook before, Codebook after, Migration.Result result)
      throws IOException {
    json.writeStringField("command", "codebook");
    json.writeBooleanField("dry_run", dryRun);
    json.writeNumberField("from", before.version());
    json.writeNumberField("to", after.version());
    json.writeNumberField("changes", result.changes().size());
    json.writeObjectFieldStart("rules");
    for (Map.Entry<String, Integer> rule : result.touched().entrySet()) {
      json.writeNumberField(rule.getKey(), rule.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("missing");
    for (String what : result.missing()) {
      json.writeString(what);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("read_again");
    for (Map.Entry<RaterId, SortedMap<TranscriptId, SortedSet<String>>> each :
        result.again().entrySet()) {
      for (Map.Entry<TranscriptId, SortedSet<String>> one : each.getValue().entrySet()) {
        json.writeStartObject();
        json.writeStringField("rater", each.getKey().value());
        json.writeStringField("transcript", one.getKey().value());
        json.writeStringField("why", String.join(", ", one.getValue()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
