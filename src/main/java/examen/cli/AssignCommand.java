package examen.cli;

import examen.app.AssignReport;
import examen.app.AssignRequest;
import examen.app.Progress;
import examen.app.Workbench;
import examen.rating.Overlap;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Gives transcripts to raters. */
@CommandLine.Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    description = {
      "Give transcripts to raters, and write a work package for each.",
      "Every rater gets as many as the others, to within one, over all and of each combination of"
          + " the conditions named with --by; each reads in an own shuffled order. Where there is a"
          + " plan already, it is continued: what was begun stays with who began it, and what is"
          + " not named here stays as it was."
    })
final class AssignCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--raters",
      split = ",",
      paramLabel = "NAME",
      description = "Who reads: ids or names (default: those of the plan that there is).")
  private List<String> raters = List.of();

  @CommandLine.ArgGroup private final HowMany overlap = new HowMany();

  /** How many read a transcript: the one or the other. */
  private static final class HowMany {
    @CommandLine.Option(
        names = "--each",
        paramLabel = "K",
        description = "Every transcript is read by K raters (default: 2).")
    private @Nullable Integer each;

    @CommandLine.Option(
        names = "--share",
        paramLabel = "S",
        description = "Every transcript is read by one rater, and a share S (0 to 1) by two.")
    private @Nullable Double share;
  }

  @CommandLine.ArgGroup private final Which which = new Which();

  /** What is given: the one or the other. */
  private static final class Which {
    @CommandLine.Option(
        names = "--plan",
        paramLabel = "NAME",
        description =
            "Give what this sampling plan drew, in its order; all else stays as it is, and later"
                + " plans give no more.")
    private @Nullable String plan;

    @CommandLine.Option(
        names = "--everything",
        description = "Give all transcripts again, after a plan gave only what was drawn.")
    private boolean everything;
  }

  @CommandLine.Option(
      names = "--calibrate",
      split = ",",
      paramLabel = "N|ID",
      description = "Transcripts that all read first: how many, or the ids of transcripts.")
  private List<String> calibrate = List.of();

  @CommandLine.Option(
      names = "--by",
      split = ",",
      paramLabel = "CONDITION",
      description = "Conditions over which every rater's part is balanced.")
  private @Nullable List<String> by;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "A whole number from which all chance follows (default: a random one).")
  private @Nullable Long seed;

  @CommandLine.Option(
      names = "--packages",
      paramLabel = "DIR",
      description = "Write a work package for each rater into this folder.")
  private @Nullable Path packages;

  @CommandLine.Option(
      names = "--queue",
      paramLabel = "mine|all",
      description = "Whether raters see only what is given to them, or can look at all.")
  private @Nullable String queue;

  @CommandLine.Option(names = "--dry-run", description = "Show the plan; store and write nothing.")
  private boolean dryRun;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  AssignCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    AssignRequest request = request();
    if (queue != null && !queue.equals("mine") && !queue.equals("all")) {
      throw Arguments.wrong(spec, "--queue wants mine or all, not \"" + queue + "\"");
    }
    AssignReport report;
    try (Workbench workbench = project.open(host)) {
      report = workbench.lead().assign(request, asJson ? Progress.NONE : this::tell);
      if (queue != null && !dryRun) {
        showQueue(workbench, queue);
      }
    }
    if (asJson) {
      AssignJson.print(host.out(), report);
    } else {
      new AssignTable(host.out(), report).print();
    }
    return ExitCode.DONE;
  }

  private boolean tell(long done, long total, String what) {
    host.err().println("package " + (done + 1) + " of " + total + ": " + Plain.of(what));
    return true;
  }

  private static void showQueue(Workbench workbench, String shown) {
    if (shown.equals("mine")) {
      workbench.lead().team().showOnlyAssigned();
    } else {
      workbench.lead().team().showOthers();
    }
  }

  private AssignRequest request() {
    Set<TranscriptId> named = new HashSet<>();
    int number = 0;
    for (String each : calibrate) {
      if (each.matches("[0-9]{1,9}") && calibrate.size() == 1) {
        number = Integer.parseInt(each);
      } else {
        named.add(transcript(each));
      }
    }
    return new AssignRequest(
        raters.stream().map(String::strip).toList(),
        overlap(),
        number,
        named,
        by,
        seed,
        packages,
        dryRun,
        what());
  }

  private AssignRequest.What what() {
    if (which.plan != null) {
      return new AssignRequest.What.Drawn(which.plan);
    }
    return which.everything
        ? new AssignRequest.What.Everything()
        : new AssignRequest.What.AsBefore();
  }

  private TranscriptId transcript(String text) {
    try {
      return new TranscriptId(text.strip());
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(
          spec, "--calibrate wants a number or ids of transcripts, not \"" + text + "\"");
    }
  }

  private @Nullable Overlap overlap() {
    try {
      if (overlap.share != null) {
        return new Overlap.Share(overlap.share);
      }
      return overlap.each == null ? null : new Overlap.Each(overlap.each);
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(spec, String.valueOf(e.getMessage()));
    }
  }
}
