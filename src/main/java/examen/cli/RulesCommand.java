package examen.cli;

import examen.app.Learning;
import examen.app.Progress;
import examen.app.Refusal;
import examen.app.RuleDecisions;
import examen.app.RuleFile;
import examen.app.RuleLine;
import examen.app.RuleTable;
import examen.app.Workbench;
import examen.highlight.RuleChanges;
import examen.rating.Suggesting;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Lists a project's rules with what they find, and changes them. */
@CommandLine.Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "List the rules of a project with what they find there, or change them.")
final class RulesCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--set",
      paramLabel = "RULES",
      description = "Have the project change the rules as this file says, and no longer as before.")
  private @Nullable Path set;

  @CommandLine.Option(
      names = "--off",
      paramLabel = "ID",
      description = "Switch this rule off. May be given several times.")
  private Set<String> off = new LinkedHashSet<>();

  @CommandLine.Option(
      names = "--on",
      paramLabel = "ID",
      description = "Switch this rule on again. May be given several times.")
  private Set<String> on = new LinkedHashSet<>();

  @CommandLine.Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write what the project changes to a new file, for --set elsewhere.")
  private @Nullable Path export;

  @CommandLine.Option(
      names = "--suggest",
      paramLabel = "WHEN",
      description =
          "When raters see what decisions teach: off, after-submission (as long as nothing is"
              + " said) or on.")
  private @Nullable String suggest;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  RulesCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    boolean changes = set != null || !off.isEmpty() || !on.isEmpty();
    Suggesting when = when();
    try (Workbench workbench = project.open(host)) {
      if (when != null) {
        workbench.recommendations().show(when);
      }
      if (changes) {
        change(workbench);
      }
      if (export != null) {
        refuseToLose(workbench);
        RuleFile.write(workbench.rules().changes(), export);
      }
      if (changes || export != null) {
        tellChanges(workbench.rules().changes());
      } else if (when != null) {
        tell(workbench.lead().learning());
      } else {
        list(workbench.lead().rules(Progress.NONE), workbench);
      }
    }
    return ExitCode.DONE;
  }

  private @Nullable Suggesting when() {
    return suggest == null
        ? null
        : Suggesting.ofWire(suggest)
            .orElseThrow(() -> Arguments.wrong(spec, "--suggest is off, after-submission or on"));
  }

  private void tell(Learning learning) {
    if (asJson) {
      Json.write(
          host.out(),
          json -> {
            json.writeStringField("command", "rules");
            RankedHighlights.write(json, learning);
          });
    } else {
      host.out().println(RankedHighlights.line(learning));
    }
  }

  private void change(Workbench workbench) {
    if (set == null) {
      refuseToLose(workbench);
    }
    RuleChanges before = set == null ? workbench.rules().changes() : RuleFile.read(set);
    workbench.rules().change(RuleFile.switched(before, off, on));
  }

  /** What cannot be used cannot be changed in part either. */
  private static void refuseToLose(Workbench workbench) {
    workbench
        .rules()
        .problem()
        .ifPresent(
            why -> {
              throw new Refusal("the project's own rules cannot be used: " + why);
            });
  }

  private void tellChanges(RuleChanges changes) {
    if (asJson) {
      Json.write(host.out(), json -> RulesJson.changes(json, changes));
      return;
    }
    host.out()
        .println(
            "the project has "
                + changes.rules().size()
                + " rules of its own and switches off "
                + (changes.off().isEmpty() ? "none" : String.join(", ", changes.off())));
    if (export != null) {
      host.out().println("written to " + Plain.of(export.toString()));
    }
  }

  private void list(RuleTable table, Workbench workbench) {
    Learning learning = workbench.lead().learning();
    if (asJson) {
      Json.write(
          host.out(),
          json -> {
            RulesJson.table(json, table);
            RankedHighlights.write(json, learning);
          });
      return;
    }
    host.out()
        .printf(
            "%-32s%-25s%-5s%-10s%11s%13s  %s%n",
            "rule", "category", "is", "from", "highlights", "transcripts", "accepted");
    for (RuleLine line : table.lines()) {
      host.out()
          .printf(
              "%-32s%-25s%-5s%-10s%11d%13d  %s%n",
              Plain.of(line.id()),
              line.category().wire(),
              line.use().wire(),
              line.origin().wire(),
              line.highlights(),
              line.transcripts(),
              accepted(line.decisions()));
    }
    host.out().println();
    CountTable.print(host.out(), table.counts());
    host.out().println();
    host.out().println(table.transcripts() + " transcripts, rules " + table.pack());
    host.out().println(RankedHighlights.line(learning));
    if (!table.problem().isEmpty()) {
      host.err()
          .println("examen: the project's own rules are not in use: " + Plain.of(table.problem()));
    }
  }

  private static String accepted(RuleDecisions.Count count) {
    return count.decided() == 0
        ? "none decided"
        : String.format(
            Locale.ROOT,
            "%d of %d, %.0f%% to %.0f%%",
            count.accepted(),
            count.decided(),
            100 * count.low(),
            100 * count.high());
  }
}
