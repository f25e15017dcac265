package examen.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of letters against the index itself: every code point between two letters. */
class LettersTest {
  @Test
  void everyCodePointCountsAsInTheIndex() throws SQLException {
    Map<Integer, List<String>> words = new HashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
      statement.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)");
      statement.execute("BEGIN");
      fill(connection);
      statement.execute("COMMIT");
      ResultSet found = statement.executeQuery("SELECT doc, term FROM v ORDER BY doc, offset");
      while (found.next()) {
        words.computeIfAbsent(found.getInt(1), c -> new ArrayList<>()).add(found.getString(2));
      }
    }
    List<String> differ = new ArrayList<>();
    words.forEach(
        (codePoint, has) -> {
          if (!Tokens.of(between(codePoint)).equals(has)) {
            differ.add(Integer.toHexString(codePoint));
          }
        });
    assertEquals(List.of(), differ);
    assertEquals(Character.MAX_CODE_POINT - 2048, words.size());
  }

  @Test
  void whatAWordIsTurnedIntoIsNotTurnedAgain() {
    List<String> turned = new ArrayList<>();
    for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int as = Letters.as(codePoint);
      if (as > 0 && Letters.as(as) != as) {
        turned.add(Integer.toHexString(codePoint));
      }
    }
    assertEquals(List.of(), turned);
  }

  private static void fill(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (rowid, text) VALUES (?, ?)")) {
      for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
        if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
          insert.setInt(1, codePoint);
          insert.setString(2, between(codePoint));
          insert.addBatch();
        }
        if (codePoint % 5_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String between(int codePoint) {
    return "x" + Character.toString(codePoint) + "y";
  }
}
