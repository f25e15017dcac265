package examen.store;

import examen.app.BackupJob;
import examen.app.Finding;
import examen.app.MergeReport;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.app.search.BadQuery;
import examen.rating.RaterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a reader asks of a project on a day on which they store nothing: the queue, transcripts, a
 * search, own ratings, a backup, another's copy merged, a look at the whole. Each must say what it
 * said on a good day.
 */
final class ReadingDay implements AutoCloseable {
  private static final String OTHER = "ben.examen";
  private static final RaterId ANN = new RaterId("ann");

  private final Path folder;
  private final Map<String, Object> goodDay;
  private final Workbench workbench;

  /**
   * Opens the project.
   *
   * @param goodDay what was said on a good day, by what was asked; filled if it is empty
   */
  ReadingDay(Path folder, Map<String, Object> goodDay) {
    this.folder = folder;
    this.goodDay = goodDay;
    this.workbench =
        Workbench.open(BusyProject.place(folder), TestProjects.surroundings(disk(folder)));
  }

  /** A project, and on the same disk a copy on which another rater has worked. */
  static void make(Path folder) throws IOException {
    BusyProject.make(folder);
    Path copy = new OtherCopies(folder).worked("ben", "ben", 7, List.of(Projects.transcript(1)));
    Files.copy(copy, disk(folder).resolve(OTHER));
  }

  /** What is done, one thing after the other. */
  List<Runnable> all() {
    return List.of(
        () -> same("queue", workbench.transcripts(ANN)),
        this::read,
        this::search,
        () -> same("history", workbench.history(ANN)),
        () -> new BackupJob(workbench).make(),
        this::merge,
        this::verify);
  }

  @Override
  public void close() {
    workbench.close();
  }

  private static Path disk(Path folder) {
    return folder.resolve("disk");
  }

  private void read() {
    for (TranscriptLine line : workbench.transcripts(ANN)) {
      String id = line.id().value();
      same("transcript " + id, workbench.transcript(line.id(), ANN).orElseThrow());
      same("ratings " + id, workbench.annotations(line.id(), ANN));
    }
  }

  private void search() {
    try {
      var search = workbench.search(ANN);
      same("search", search.find(search.understand("leverage"), Progress.NONE));
    } catch (BadQuery e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that is not taken is said in the report; here it is a failure like others. */
  private void merge() {
    MergeReport report =
        workbench.lead().merging().run(List.of(disk(folder).resolve(OTHER)), Progress.NONE);
    MergeReport.FileReport file = report.files().getFirst();
    if (!file.refusal().isEmpty()) {
      throw new StoreException(file.refusal());
    }
    same("merged", report.taken() + report.there() + report.leftOut());
  }

  /** A check that could not be made is a failure as well. */
  private void verify() {
    List<Finding> findings = workbench.lead().verify();
    for (Finding finding : findings) {
      String unchecked = "could not be checked: ";
      if (finding.what().startsWith(unchecked)) {
        throw new StoreException(finding.what().substring(unchecked.length()));
      }
    }
    same("findings", findings);
  }

  private void same(String asked, Object said) {
    Object before = goodDay.putIfAbsent(asked, said);
    if (before != null && !before.equals(said)) {
      throw new IllegalStateException(asked + " is not what it was on a good day");
    }
  }
}
