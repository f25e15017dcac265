package examen.store;

import java.nio.file.Path;

/** Says of a damaged file what is left to do: go back to its newest good backup, or rescue. */
final class Damaged {
  private static final String DAMAGED = "the file is damaged";
  private static final String OR_UNREADABLE = "the file is damaged, or its disk cannot be read";
  private static final String NOT_READ =
      "the disk could not be read; try again, and look after its health";

  private Damaged() {}

  /** What a second look at a file says that SQLite has called damaged. */
  enum Verdict {
    DAMAGED,
    /** All pages can be read, and are as they should be; or a page cannot be read just now. */
    NOT_READ,
    /** So much cannot be read that the one cannot be told from the other. */
    EITHER
  }

  /**
   * Looks at each page once more. SQLite calls a file damaged, too, when the disk reports an error
   * at reading, be it only once.
   */
  static Verdict secondLook(Path file) {
    try (Session session = new Sessions(file).onlyToCopy()) {
      return PageCheck.findings(session, "quick_check(1)").isEmpty()
          ? Verdict.NOT_READ
          : Verdict.DAMAGED;
    } catch (SqlFailure failure) {
      return failure.isOfDisk() ? Verdict.NOT_READ : Verdict.EITHER;
    }
  }

  /** What to say after a failure that may have come of damage. */
  static StoreException refusal(Path file, SqlFailure failure) {
    if (!failure.isDamage() || failure.isCorruptIndex()) {
      return Reasons.of(file, failure);
    }
    return refusal(file, secondLook(file));
  }

  static StoreException refusal(Path file, Verdict verdict) {
    return switch (verdict) {
      case DAMAGED -> refusal(file, DAMAGED);
      case EITHER -> refusal(file, OR_UNREADABLE);
      case NOT_READ -> Reasons.of(file, NOT_READ);
    };
  }

  static StoreException refusal(Path file, String how) {
    return new DamagedException(
        file, Reasons.of(file, how + "; it is left as it is. " + advice(file)));
  }

  /** In one line, with the backup's name if there is one. */
  static String advice(Path file) {
    String rescue = "examen rescue " + quoted(file) + " --to NEW.examen";
    return Backups.newestGood(file)
        .map(
            backup ->
                "Go back to the backup of "
                    + StoredTime.text(backup.at())
                    + ": examen restore "
                    + quoted(backup.file())
                    + "; or take out what can be read: "
                    + rescue)
        .orElse("There is no good backup beside it. Take out what can be read: " + rescue);
  }

  private static String quoted(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String name = Reasons.name(file);
    boolean isBackup = folder != null && folder.toString().endsWith(BackupFolder.SUFFIX);
    return '"' + (folder != null && isBackup ? Reasons.name(folder) + "/" + name : name) + '"';
  }
}
