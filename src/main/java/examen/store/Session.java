package examen.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/** One connection with the statements prepared on it. Used by one thread at a time. */
final class Session implements AutoCloseable {
  /** While another program writes: milliseconds, and how often. */
  private static final int PAUSE = 100;

  private static final int MOST_PAUSES = 50;
  private static final int PAGES_AT_ONCE = 1000;
  private static final int STEPS_BETWEEN_LOOKS = 1_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private final Packing.Packer packer = new Packing.Packer();

  Session(Connection connection) {
    this.connection = connection;
  }

  /**
   * The statement, prepared once per connection; it may not be asked for again while its rows are
   * being read.
   */
  Query query(String sql) {
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      return new Query(statement);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  Packing.Packer packer() {
    return packer;
  }

  /** Runs one statement: the driver would run only the first of several. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Bounds what a file of unknown origin can make SQLite do; longer work is broken off. */
  void limit(int valueBytes, Deadline deadline) {
    try {
      SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, valueBytes);
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      ProgressHandler.setHandler(
          sqlite,
          STEPS_BETWEEN_LOOKS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return deadline.isOver() ? 1 : 0;
            }
          });
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The value that this pragma has, as text; empty if it gives none. */
  String pragma(String name) {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute("PRAGMA " + name)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() ? new Row(result).text(1) : "";
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Copies the database page by page into another file, in place of whatever that holds. Inside a
   * transaction that has read something, it is the database as that one sees it.
   */
  void copyTo(Path target) {
    try {
      DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
      int result =
          database.backup("main", target.toString(), null, PAUSE, MOST_PAUSES, PAGES_AT_ONCE);
      if (result != SQLiteErrorCode.SQLITE_OK.code) {
        throw DB.newSQLException(result, "the copy could not be made");
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Takes over all pages of another database in place of what this one holds. */
  void takeFrom(Path source) {
    try {
      DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
      int result =
          database.restore("main", source.toString(), null, PAUSE, MOST_PAUSES, PAGES_AT_ONCE);
      if (result != SQLiteErrorCode.SQLITE_OK.code) {
        throw DB.newSQLException(result, "the copy could not be made");
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Ends a transaction without effect. After some failures SQLite has done so already, and refuses.
   */
  void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SqlFailure alreadyRolledBack) {
      close();
    }
  }

  boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Closes the connection; a transaction that is open ends without effect. */
  @Override
  public void close() {
    try {
      packer.close();
      prepared.clear();
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
