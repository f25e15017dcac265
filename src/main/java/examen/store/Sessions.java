package examen.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one project file, each with the pragmas on which its promises rest. They are
 * read back, as SQLite ignores in silence what it does not know.
 */
class Sessions {
  /** {@code Exmn}. */
  static final int APPLICATION_ID = 0x45786d6e;

  /** Pragma, what it is set to, what it must then say. None of them touches the file. */
  private static final String[][] PRAGMAS = {
    {"busy_timeout", "5000", "5000"},
    {"synchronous", "EXTRA", "3"},
    {"fullfsync", "ON", "1"},
    {"foreign_keys", "ON", "1"},
    {"trusted_schema", "OFF", "0"},
    {"cell_size_check", "ON", "1"},
    {"mmap_size", "0", "0"},
    {"temp_store", "MEMORY", "2"},
  };

  private final Path file;
  private final boolean onlyToRead;

  Sessions(Path file) {
    this(file, false);
  }

  private Sessions(Path file, boolean onlyToRead) {
    this.file = file;
    this.onlyToRead = onlyToRead;
  }

  /** Of a file that is not written whatever happens, not even to undo what a killed program did. */
  static Sessions ofReadOnly(Path file) {
    return new Sessions(file, true);
  }

  boolean onlyToRead() {
    return onlyToRead;
  }

  Path file() {
    return file;
  }

  /** A connection to a file that is made if it is not there. */
  final Session create() {
    Session session = connect(new SQLiteConfig());
    return settled(session, Map.of());
  }

  /** A connection that may write. */
  final Session write() {
    return onlyToRead ? read() : settled(existing(), morePragmas());
  }

  /** A connection to a new file that whoever makes it forces onto the disk, once it is complete. */
  static Session ofCopy(Path file) {
    Session session = new Sessions(file).connect(new SQLiteConfig());
    session.execute("PRAGMA synchronous=OFF");
    session.pragma("journal_mode=OFF");
    return session;
  }

  /**
   * A connection that may only read; it may still undo what a killed program left half done, unless
   * the file is not to be written at all.
   */
  final Session read() {
    return settled(existing(), Map.of("query_only", "1"));
  }

  /** A connection to a copy of a file that may be anything; nothing of it has been looked at. */
  final Session foreign() {
    return held(existing());
  }

  /**
   * A connection that reads pages and makes nothing of them; it never writes, not even a repair.
   */
  final Session onlyToCopy() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return held(connect(config));
  }

  /** Pragmas for connections that write, beyond those above; what each must say when read back. */
  Map<String, String> morePragmas() {
    return Map.of();
  }

  private Session existing() {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setReadOnly(onlyToRead);
    return connect(config);
  }

  private Session connect(SQLiteConfig config) {
    // Else the driver asks for the new row's number after every row.
    config.setGetGeneratedKeys(false);
    try {
      // As a URI, so that no "?" or ":" in the file's name is taken for something else by the
      // driver.
      return new Session(config.createConnection("jdbc:sqlite:" + file.toUri().toASCIIString()));
    } catch (SQLiteException e) {
      throw new SqlFailure(e);
    } catch (SQLException e) {
      throw Reasons.notStarted(file, e);
    }
  }

  private Session settled(Session session, Map<String, String> more) {
    boolean good = false;
    held(session);
    try {
      more.forEach((name, value) -> set(session, name, value, value));
      // Only now, and only for a file of ours: this one is written into the file.
      refuseOthersFile(session);
      set(session, "journal_mode", "DELETE", "delete");
      good = true;
      return session;
    } finally {
      if (!good) {
        session.close();
      }
    }
  }

  private Session held(Session session) {
    boolean good = false;
    try {
      for (String[] pragma : PRAGMAS) {
        set(session, pragma[0], pragma[1], pragma[2]);
      }
      good = true;
      return session;
    } finally {
      if (!good) {
        session.close();
      }
    }
  }

  private void refuseOthersFile(Session session) {
    if (session.pragma("application_id").equals(Integer.toString(APPLICATION_ID))) {
      return;
    }
    if (session.query("SELECT 1 FROM sqlite_schema").any()) {
      throw Reasons.of(file, "not an Examen project (a database of another program)");
    }
  }

  private void set(Session session, String pragma, String value, String expected) {
    session.execute("PRAGMA " + pragma + "=" + value);
    String held = session.pragma(pragma);
    if (!held.equals(expected)) {
      throw Reasons.of(
          file,
          "SQLite does not hold "
              + pragma
              + "="
              + value
              + " here, so nothing could be kept safely");
    }
  }
}
