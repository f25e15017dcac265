package examen.app;

import examen.store.Backup;
import examen.store.Backups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A project that is damaged, and what can be done about it; nothing is done by itself. */
public final class DamagedProject {
  private final Path file;
  private final Surroundings surroundings;

  public DamagedProject(Path file, Surroundings surroundings) {
    this.file = file;
    this.surroundings = surroundings;
  }

  public Path file() {
    return file;
  }

  /**
   * A backup that can be opened and is whole.
   *
   * @param at when it was made
   */
  public record Good(Path backup, Instant at) {}

  /** The newest such backup; empty if there is none beside the project. */
  public Optional<Good> newestGood() {
    return Backups.newestGood(file).map(DamagedProject::good);
  }

  private static Good good(Backup backup) {
    return new Good(backup.file(), backup.at());
  }

  /** Going back to that backup. */
  public RestoreJob restoring(Good good) {
    return new RestoreJob(good.backup(), file, surroundings);
  }

  /**
   * Takes out what can be read, into a new file.
   *
   * @throws Refusal if it was asked to stop; then nothing is left of it
   */
  public RescueJob.Report rescue(Path to, Progress progress) {
    return RescueJob.run(file, to, surroundings, progress);
  }
}
