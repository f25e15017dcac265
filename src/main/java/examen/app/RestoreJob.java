package examen.app;

import examen.store.Backups;
import examen.store.Difference;
import examen.store.Restoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Puts a backup in the place of a project that no window has open. */
public final class RestoreJob {
  private final Restoring restoring;
  private final Path project;
  private final Surroundings surroundings;

  /**
   * @param project null for the one beside whose backups this lies
   */
  public RestoreJob(Path backup, @Nullable Path project, Surroundings surroundings) {
    this.project =
        Optional.ofNullable(project)
            .or(() -> Backups.projectOf(backup))
            .orElseThrow(
                () ->
                    new Refusal(
                        "this file does not lie among the backups of a project; say of which with"
                            + " --project FILE"));
    this.restoring = new Restoring(backup, this.project);
    this.surroundings = surroundings;
  }

  /** The file that is to be replaced. */
  public Path project() {
    return project;
  }

  /** What only one of the two holds; empty where the project is not there or cannot be read. */
  public Optional<Preview> preview() {
    return restoring.difference().map(Preview::of);
  }

  /** Whether the project is damaged, so that not all of it may have been compared. */
  public boolean isDamaged() {
    return restoring.isDamaged();
  }

  /**
   * What going back would change.
   *
   * @param lost ids of transcripts that are only in the project as it is now
   * @param lostSteps steps that are only there, by rater
   * @param back ids of transcripts that are only in the backup
   * @param backSteps steps that are only there, by rater
   */
  public record Preview(
      List<String> lost,
      SortedMap<String, Integer> lostSteps,
      List<String> back,
      SortedMap<String, Integer> backSteps) {
    public Preview {
      lost = List.copyOf(lost);
      back = List.copyOf(back);
    }

    private static Preview of(Difference it) {
      return new Preview(it.transcripts(), it.steps(), it.otherTranscripts(), it.otherSteps());
    }

    /** Whether both hold the same transcripts and steps. */
    public boolean isEmpty() {
      return lost.isEmpty() && lostSteps.isEmpty() && back.isEmpty() && backSteps.isEmpty();
    }
  }

  /**
   * Does it.
   *
   * @return where the file that was there is kept; empty if there was none
   * @throws Refusal if a window has the project open
   */
  public Optional<Path> run() {
    return run(Progress.NONE);
  }

  /**
   * The same, asked whether to go on.
   *
   * @throws Refusal also if it was asked to stop; then all is as it was
   */
  public Optional<Path> run(Progress progress) {
    Optional<WindowLock> lock = WindowLock.take(surroundings.data(), project);
    if (lock.isEmpty()) {
      throw new Refusal(project.getFileName() + ": a window has this project open; close it first");
    }
    try {
      return restoring.run(surroundings.clock().instant(), new Between(progress));
    } finally {
      lock.get().close();
    }
  }
}
