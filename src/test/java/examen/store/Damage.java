package examen.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Does to a closed project file what no program should do to it. */
final class Damage {
  private Damage() {}

  /**
   * Runs the statements with the triggers out of the way, and puts the triggers back as they were.
   */
  static void plant(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("BEGIN");
      List<String> triggers = new ArrayList<>();
      List<String> names = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
          triggers.add(rows.getString(2));
        }
      }
      for (String name : names) {
        statement.execute("DROP TRIGGER " + name);
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
      for (String sql : triggers) {
        statement.execute(sql);
      }
      statement.execute("COMMIT");
    }
  }

  /** Has all that is in the file count as stored so. */
  static void sealAnew(Path file) {
    try (Session session = new Sessions(file).write()) {
      new Transaction<>(
              writing -> {
                Seals.makeAll(writing, Migrations.ALL.newest());
                return true;
              })
          .attempt(session);
    }
  }

  /** Runs the statements as another program would. */
  static void run(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
