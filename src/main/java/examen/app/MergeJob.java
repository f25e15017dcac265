package examen.app;

import examen.app.MergeReport.FileReport;
import examen.rating.Ledger;
import examen.rating.MergeAccount;
import examen.store.ChangeLog;
import examen.store.ForeignException;
import examen.store.ForeignFile;
import examen.store.ForeignLimits;
import examen.store.Merge;
import examen.store.ProjectFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what raters did in other project files or work packages into a project. A file that cannot
 * be taken is told, and the others are merged all the same.
 */
public final class MergeJob {
  private final ProjectFile project;
  private final Surroundings surroundings;
  private final Path privateFolder;

  /** Checked copies of the files lie in the program's own folder, each until it has been read. */
  MergeJob(ProjectFile project, Surroundings surroundings) {
    this.project = project;
    this.surroundings = surroundings;
    this.privateFolder = surroundings.data().resolve("foreign");
  }

  /** Takes a file in, or only looks at it. */
  private interface Step {
    MergeAccount of(ForeignFile file, Merge.Watch watch);
  }

  /** What would be taken; nothing is written. */
  public MergeReport preview(List<Path> files, Progress progress) {
    Merge merge = new Merge(project, Codebooks.untilNow(project));
    Accounts accounts = each(files, progress, merge::preview);
    return new MergeReport(true, accounts.cancelled, accounts.files, 0);
  }

  /** Takes all that can be taken. What is stopped leaves nothing of the file in hand. */
  public MergeReport run(List<Path> files, Progress progress) {
    Merge merge = new Merge(project, Codebooks.untilNow(project));
    Accounts accounts = each(files, progress, merge::take);
    return new MergeReport(false, accounts.cancelled, accounts.files, behind());
  }

  private int behind() {
    if (Restating.isNeedless(project)) {
      return 0;
    }
    Ledger ledger = new Ledger();
    ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
    return Restating.in(project, ledger).of(project, ledger).changes().size();
  }

  private record Accounts(boolean cancelled, List<FileReport> files) {}

  private Accounts each(List<Path> files, Progress progress, Step step) {
    ForeignFile.removeLeftovers(
        privateFolder, surroundings.clock().instant().minus(Duration.ofDays(1)));
    List<FileReport> reports = new ArrayList<>();
    for (Path file : files) {
      try {
        reports.add(one(file, progress, step));
      } catch (Cancelled stopped) {
        return new Accounts(true, reports);
      }
    }
    return new Accounts(false, reports);
  }

  private FileReport one(Path file, Progress progress, Step step) {
    String name = String.valueOf(file.getFileName());
    Merge.Watch watch = (done, total) -> tell(progress, done, total, name);
    watch.at(0, 0);
    try (ForeignFile source = ForeignFile.open(file, privateFolder, ForeignLimits.USUAL)) {
      return new FileReport(name, step.of(source, watch), "");
    } catch (ForeignException refused) {
      return new FileReport(name, null, String.valueOf(refused.getMessage()));
    }
  }

  private static void tell(Progress progress, long done, long total, String what) {
    if (!progress.at(done, total, what)) {
      throw new Cancelled();
    }
  }
}
