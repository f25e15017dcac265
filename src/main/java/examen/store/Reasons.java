package examen.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;

/** Says in plain words why a project file could not be used. */
final class Reasons {
  private static final int LONGEST_NAME = 100;
  private static final String FULL = "the disk is full";
  private static final String FOREIGN_DAMAGED =
      "the file is damaged, or the disk could not be read; try again, then ask for the file again,"
          + " or for a backup of it";

  private Reasons() {}

  static StoreException of(Path file, SqlFailure failure) {
    return new StoreException(name(file) + ": " + reason(failure), failure.sql());
  }

  /** Of a file that somebody else made: there is no backup of it here. */
  static StoreException ofForeign(Path file, SqlFailure failure) {
    SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(failure.primaryCode());
    String reason =
        switch (primary) {
          case SQLITE_INTERRUPT -> "reading it takes far too long; nothing was taken from it";
          case SQLITE_TOOBIG -> "a value in it is far too large; nothing was taken from it";
          case SQLITE_CORRUPT, SQLITE_ERROR -> FOREIGN_DAMAGED;
          // It ends too early; else it is the disk, and the file may be as good as ever.
          case SQLITE_IOERR ->
              failure.code() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ
                  ? FOREIGN_DAMAGED
                  : reason(failure);
          case SQLITE_READONLY, SQLITE_CANTOPEN ->
              "it was not closed properly, or may not be read, or no copy of it can be made on this"
                  + " disk; open it once with Examen, then try again";
          default -> reason(failure);
        };
    return new StoreException(name(file) + ": " + reason, failure.sql());
  }

  static StoreException of(Path file, String reason) {
    return new StoreException(name(file) + ": " + reason);
  }

  /** What could not be done to this file or folder, and what the system says of the cause. */
  static StoreException of(Path file, String what, IOException failure) {
    String cause = cause(failure);
    return new StoreException(
        name(file) + ": " + what + (cause.isEmpty() ? "" : ": " + cause), failure);
  }

  /** Empty where all is said already by what could not be done. */
  private static String cause(IOException failure) {
    if (failure instanceof NoSuchFileException || failure instanceof FileAlreadyExistsException) {
      return "";
    }
    if (failure instanceof AccessDeniedException) {
      return "this user is not allowed to";
    }
    String said =
        failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
    return said == null ? "" : inOwnWords(said);
  }

  /**
   * The system says it in its own words, and without a number; words that are not known are given
   * as they are, if they cannot hold the name of a folder.
   */
  private static String inOwnWords(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return FULL;
    } else if (lower.contains("quota")) {
      return "the room that this user may take on the disk is used up";
    } else if (lower.contains("input/output error") || lower.contains("i/o")) {
      return "the disk reported an error; check its health";
    } else if (lower.contains("read-only")) {
      return "the disk is read-only";
    }
    return said.matches("[\\p{L}\\p{N} ',.()-]{1,100}") ? said : "";
  }

  /** The driver has no SQLite to speak to. */
  static StoreException notStarted(Path file, SQLException cause) {
    return new StoreException(
        name(file)
            + ": SQLite could not be started; its library must be unpacked into a folder for"
            + " temporary files that has room and allows programs (another one:"
            + " -Dorg.sqlite.tmpdir=FOLDER)",
        cause);
  }

  /** The file's name without its folders, on one line whatever stands in it. */
  static String name(Path file) {
    Path last = file.getFileName();
    String name = (last == null ? file : last).toString();
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME)
        .map(c -> unshowable(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean unshowable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The reason without the file's name. */
  static String inWords(SqlFailure failure) {
    return reason(failure);
  }

  private static String reason(SqlFailure failure) {
    String code = failure.code().name();
    return switch (failure.code()) {
      case SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_RECOVERY ->
          "a killed program left work half done that can only be undone where the file can be"
              + " written; copy it together with the file NAME-journal to such a place";
      case SQLITE_READONLY_DBMOVED -> "the file was moved, renamed or deleted while it was open";
      case SQLITE_CONSTRAINT_FOREIGNKEY ->
          "not stored: it refers to something that is not in the project";
      case SQLITE_CONSTRAINT_TRIGGER ->
          "not stored: what is in the log or imported is never changed or deleted";
      default -> ofClass(failure.primaryCode(), code);
    };
  }

  private static String ofClass(int primaryCode, String code) {
    SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(primaryCode);
    return switch (primary) {
      case SQLITE_FULL -> FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> "another program is using the file; try again";
      case SQLITE_READONLY ->
          "the file could only be opened to be read: it, its folder or its disk is read-only";
      case SQLITE_PERM, SQLITE_AUTH -> "the file may not be read or written by this user";
      case SQLITE_CANTOPEN -> "the file cannot be opened, or no file may be made in its folder";
      case SQLITE_IOERR ->
          "the disk reported an error (" + code + "); check its free space and its health";
      case SQLITE_CORRUPT -> "the file is damaged; go back to a backup and keep this file";
      case SQLITE_NOTADB -> "not an Examen project (not an SQLite file)";
      case SQLITE_NOMEM -> "there is not enough memory";
      case SQLITE_TOOBIG -> "not stored: a text is larger than a project file can hold";
      case SQLITE_CONSTRAINT -> "not stored: it breaks a rule of the project file (" + code + ")";
      default -> "SQLite reported an error (" + code + ")";
    };
  }
}
