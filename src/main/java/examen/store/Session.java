package examen.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** One connection with the statements prepared on it. Used by one thread at a time. */
final class Session implements AutoCloseable {
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
