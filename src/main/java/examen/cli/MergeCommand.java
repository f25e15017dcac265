package examen.cli;

import examen.app.MergeJob;
import examen.app.MergeReport;
import examen.app.MergeReport.FileReport;
import examen.app.Progress;
import examen.app.Workbench;
import examen.rating.MergeAccount;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Takes the work of others into a project. */
@CommandLine.Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Take what raters did in other project files or work packages into a project.",
      "Any order, any number of times: the result is the same. What cannot be taken is listed and"
          + " left out. The other files are never changed."
    })
final class MergeCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Host host;

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Project files or work packages.")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Mixin private final ProjectOption project = new ProjectOption();

  @CommandLine.Option(
      names = "--dry-run",
      description = "Say what would be taken, and write nothing.")
  private boolean dryRun;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  MergeCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    MergeReport report;
    try (Workbench workbench = project.open(host)) {
      MergeJob job = workbench.lead().merging();
      report = dryRun ? job.preview(files, Progress.NONE) : job.run(files, Progress.NONE);
    }
    if (asJson) {
      Json.write(host.out(), json -> MergeJson.write(json, report));
    } else {
      print(host.out(), report);
    }
    return code(report);
  }

  private static int code(MergeReport report) {
    boolean nothing = report.taken() + report.there() == 0;
    boolean all = report.files().stream().noneMatch(FileReport::isShort);
    if (all) {
      return ExitCode.DONE;
    }
    return nothing ? ExitCode.NOTHING_TAKEN_IN : ExitCode.SOME_REFUSED;
  }

  private static void print(PrintStream out, MergeReport report) {
    for (FileReport file : report.files()) {
      MergeAccount account = file.account();
      if (account == null) {
        out.println("refused  " + Plain.of(file.refusal()));
      } else {
        out.printf(
            "%s  %s: %d of %d steps; %d were here already, %d left out%n",
            report.dryRun() ? "would take" : "taken",
            Plain.of(file.file()),
            account.taken(),
            account.found(),
            account.there(),
            account.leftOutCount());
        print(out, account);
      }
    }
    if (report.behind() > 0) {
      out.println(
          report.behind()
              + " things were said under an earlier codebook; put them into the words of this one:"
              + " examen codebook --again --rater NAME (--dry-run shows them)");
    }
  }

  private static void print(PrintStream out, MergeAccount account) {
    account
        .takenByRater()
        .forEach((rater, steps) -> out.println("  rater    " + rater + ": " + steps + " steps"));
    if (account.raters() + account.plans() + account.assignments() > 0) {
      out.printf(
          "  also     %d raters, %d plans, %d assignments%n",
          account.raters(), account.plans(), account.assignments());
    }
    if (account.samplingPlans() > 0) {
      out.println("  also     " + account.samplingPlans() + " sampling plans");
    }
    account
        .leftOutBy()
        .forEach((reason, n) -> out.println("  left out " + n + ": " + reason.words()));
    account.leftOut().stream()
        .limit(SHOWN)
        .forEach(
            s ->
                out.println(
                    "    step " + s.step() + " of " + s.rater() + ": " + s.reason().wire()));
    long more = account.leftOutCount() - Math.min(SHOWN, account.leftOut().size());
    if (more > 0) {
      out.println("    ... and " + more + " more; --json lists up to a thousand");
    }
    conflicts(out, account);
    account.remarks().forEach(remark -> out.println("  note     " + Plain.of(remark)));
  }

  private static void conflicts(PrintStream out, MergeAccount account) {
    if (account.conflictCount() > 0) {
      out.println(
          "  conflict "
              + account.conflictCount()
              + " times one rater changed the same thing in two copies; the later one holds, and"
              + " both stay in the log");
    }
    account.conflicts().stream()
        .limit(SHOWN)
        .forEach(
            c ->
                out.println(
                    "    "
                        + c.kind()
                        + " of "
                        + c.rater()
                        + " on "
                        + Plain.of(c.transcript())
                        + ": step "
                        + c.step()
                        + " holds"));
  }
}
