package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes backups of a project, keeps them by age, and finds them again. Each is a whole project
 * file.
 */
public final class Backups {
  /** Backups take no more than this share of the room that there would be without them. */
  private static final double SHARE = 0.5;

  private Backups() {}

  /**
   * Makes a backup beside the project and removes those that are too old to be kept.
   *
   * @param now names it
   * @throws StoreException if it could not be made; those that are there stay as they are
   */
  public static Backup make(ProjectFile project, Instant now) {
    BackupFolder folder = BackupFolder.of(project.path());
    Path place = folder.placeAt(now);
    folder.sweep(now);
    makeRoom(project, folder);
    copy(project, place);
    Keeping.surplus(byTime(folder), now).forEach(BackupFolder::remove);
    return new Backup(place, now);
  }

  /**
   * Makes a copy wherever it is wanted.
   *
   * @throws StoreException if it could not be made, or if there is a file already; if it is the
   *     project itself that is damaged, nothing can be stored in it from then on
   */
  public static void copy(ProjectFile project, Path to) {
    try (Copying copying = new Copying(to).withRoomFor(size(project.path()))) {
      project.copy(copying);
      if (!copying.isGood()) {
        project.refuseIfDamaged();
        project.copy(copying);
      }
      copying.finish();
    }
  }

  /** What is left to do when this project is damaged, in one line. */
  public static String advice(Path project) {
    return Damaged.advice(project);
  }

  /** The backups of this project, the newest first. */
  public static List<Backup> of(Path project) {
    return BackupFolder.of(project).newestFirst();
  }

  /** The project that this backup is of, if it lies where backups are made. */
  public static Optional<Path> projectOf(Path backup) {
    return Optional.ofNullable(BackupFolder.projectOf(backup));
  }

  /** The newest backup that can be opened and that SQLite finds whole. */
  public static Optional<Backup> newestGood(Path project) {
    return of(project).stream().filter(Backups::isGood).findFirst();
  }

  /** Whether the project holds something that its newest backup does not. */
  public static boolean isDue(ProjectFile project) {
    String now = project.reading(reading -> Extent.of(reading.session()));
    return of(project.path()).stream()
        .findFirst()
        .flatMap(newest -> extent(newest.file()))
        .map(then -> !then.equals(now))
        .orElse(true);
  }

  private static Optional<String> extent(Path backup) {
    try (Session session = Sessions.ofReadOnly(backup).read()) {
      return Optional.of(Extent.of(session));
    } catch (SqlFailure | StoreException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isGood(Backup backup) {
    try (Session session = Sessions.ofReadOnly(backup.file()).read()) {
      return Copying.isWhole(session) && holds(session);
    } catch (SqlFailure | StoreException damaged) {
      return false;
    }
  }

  private static boolean holds(Session session) {
    return Integer.parseInt(session.pragma("user_version")) < Seals.SINCE
        || Seals.firstBroken(new Reading(session)).isEmpty();
  }

  /** Removes the oldest, but for some, if all would take too large a share of the disk. */
  private static void makeRoom(ProjectFile project, BackupFolder folder) {
    long wanted = size(project.path());
    List<Backup> backups = new ArrayList<>(byTime(folder));
    while (wanted > allowed(project.path(), backups) && backups.size() > Keeping.ALWAYS) {
      BackupFolder.remove(backups.removeLast());
    }
    if (wanted > allowed(project.path(), backups)) {
      throw Reasons.of(
          project.path(),
          "no backup was made: it would take more than half of what is free on the disk; make room,"
              + " or keep one elsewhere with: examen backup --to FILE");
    }
  }

  private static long allowed(Path project, List<Backup> backups) {
    long taken = backups.stream().mapToLong(it -> size(it.file())).sum();
    try {
      long free = Files.getFileStore(project).getUsableSpace();
      return (long) ((free + taken) * SHARE) - taken;
    } catch (IOException e) {
      throw Reasons.of(project, "its disk cannot be reached", e);
    }
  }

  private static List<Backup> byTime(BackupFolder folder) {
    return folder.newestFirst().stream().filter(BackupFolder::isNamedByTime).toList();
  }

  /** In bytes; only looks at attributes, as the file may be open. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Reasons.of(file, "the file cannot be reached", e);
    }
  }
}
