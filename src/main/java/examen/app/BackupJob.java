package examen.app;

import examen.store.Backup;
import examen.store.Backups;
import examen.store.ChangeLog;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The backups of an open project: made when asked, when due, and after so many steps. */
public final class BackupJob {
  /** After so many steps a backup is made, unless the project says otherwise. */
  public static final int USUAL_STEPS = 200;

  private static final String EVERY = "backup.every";

  private final ProjectFile file;
  private final InstantSource clock;
  private long backedUp = -1;

  public BackupJob(Workbench workbench) {
    this.file = workbench.file();
    this.clock = workbench.surroundings().clock();
  }

  /** The service that seems to copy the project's folder to other machines; empty if none does. */
  public String syncedBy() {
    return file.syncedBy().orElse("");
  }

  /** Makes a backup beside the project; gives where it is. */
  public synchronized Path make() {
    // Also where it fails: it is told once, and tried again after as many steps.
    backedUp = steps();
    return Backups.make(file, clock.instant()).file();
  }

  /** Makes a copy in a file that is not there yet. */
  public void copyTo(Path to) {
    Backups.copy(file, to);
  }

  /** The backups that there are, the newest first. */
  public List<Path> all() {
    return Backups.of(file.path()).stream().map(Backup::file).toList();
  }

  /**
   * To be called once the project is open: makes a backup if there is something new since the last,
   * or if the file is so large that only its copy can be looked at without holding up work.
   *
   * @return where it is; empty if none was wanted
   * @throws examen.store.StoreException if it could not be made
   */
  public synchronized Optional<Path> atOpening() {
    if (file.readOnly().isPresent() || (every() == 0 && file.isChecked())) {
      return Optional.empty();
    }
    if (file.isChecked() && !Backups.isDue(file)) {
      backedUp = steps();
      return Optional.empty();
    }
    return Optional.of(make());
  }

  /** Whether there are so many new steps since the last backup that the next is to be made. */
  public synchronized boolean isDue() {
    int every = every();
    return file.readOnly().isEmpty() && every > 0 && steps() - Math.max(backedUp, 0) >= every;
  }

  /** After how many steps a backup is made; 0 for never, and none at opening either. */
  public int every() {
    return file.reading(reading -> ProjectSettings.get(reading, EVERY))
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt)
        .orElse(USUAL_STEPS);
  }

  /**
   * @param steps after how many a backup is made from now on; 0 for never
   */
  public void setEvery(int steps) {
    if (steps < 0) {
      throw new Refusal("a number of steps is wanted, or 0 for no backups of themselves");
    }
    file.runInTransaction(writing -> ProjectSettings.put(writing, EVERY, Integer.toString(steps)));
  }

  private long steps() {
    return file.reading(ChangeLog::lastSeq);
  }
}
