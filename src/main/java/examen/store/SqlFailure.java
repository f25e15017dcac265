package examen.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Carries a driver's exception out of a piece of work, to the one place that decides what becomes
 * of the connection.
 */
final class SqlFailure extends RuntimeException {
  private final SQLException sql;

  SqlFailure(SQLException sql) {
    super(sql);
    this.sql = sql;
  }

  SQLException sql() {
    return sql;
  }

  /** SQLite's extended result code; {@code UNKNOWN_ERROR} where the driver has none. */
  SQLiteErrorCode code() {
    return sql instanceof SQLiteException failure
        ? failure.getResultCode()
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  /** The code's class: the low byte of an extended code. */
  int primaryCode() {
    return code().code & 0xff;
  }

  /** Whether the index of words is not what it should be, and nothing else is known to be wrong. */
  boolean isCorruptIndex() {
    return code() == SQLiteErrorCode.SQLITE_CORRUPT_VTAB;
  }

  /** Whether the disk did not do what it was to do. */
  boolean isOfDisk() {
    int primary = primaryCode();
    return primary == SQLiteErrorCode.SQLITE_IOERR.code
        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code;
  }

  /**
   * Whether the file itself is not as SQLite wrote it; {@link Damaged#secondLook} tells that from a
   * disk that could not be read.
   */
  boolean isDamage() {
    return primaryCode() == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  /**
   * Whether the connection may be used on. After any other failure SQLite may have rolled back by
   * itself.
   */
  boolean leavesConnectionSound() {
    int primary = primaryCode();
    return primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code
        || primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }
}
