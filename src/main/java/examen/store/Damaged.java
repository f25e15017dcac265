package examen.store;

import java.nio.file.Path;

/** Says of a damaged file what is left to do: go back to its newest good backup, or rescue. */
final class Damaged {
  private Damaged() {}

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
