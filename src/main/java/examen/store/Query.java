package examen.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement being given its values, in the order of its question marks, and then run once.
 */
final class Query {
  private final PreparedStatement statement;
  private int given;
  private int waiting;

  Query(PreparedStatement statement) {
    this.statement = statement;
  }

  /**
   * @throws StoreException if the text holds half a surrogate pair, which the driver would turn
   *     into "?"
   */
  Query text(@Nullable String value) {
    given++;
    try {
      if (value == null) {
        statement.setNull(given, Types.VARCHAR);
      } else {
        requireWholePairs(value);
        statement.setString(given, value);
      }
      return this;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  Query bytes(byte[] value) {
    given++;
    try {
      statement.setBytes(given, value);
      return this;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  Query integer(long value) {
    given++;
    try {
      statement.setLong(given, value);
      return this;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  Query integerIfAny(@Nullable Number value) {
    return value == null ? text(null) : integer(value.longValue());
  }

  /**
   * @throws StoreException if the value is NaN, which SQLite would turn into null
   */
  Query realIfAny(@Nullable Double value) {
    if (value == null) {
      return text(null);
    }
    if (value.isNaN()) {
      throw new StoreException("a score is not a number");
    }
    given++;
    try {
      statement.setDouble(given, value);
      return this;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A value as {@link Row#value} gives it. */
  Query value(@Nullable Object value) {
    return switch (value) {
      case null -> text(null);
      case String string -> text(string);
      case Long number -> integer(number);
      case Double number -> realIfAny(number);
      case byte[] bytes -> bytes(bytes);
      default -> throw new IllegalArgumentException("no value of a file: " + value.getClass());
    };
  }

  /** Keeps the values given, to be run with others; then those of the next may be given. */
  void addToBatch() {
    try {
      statement.addBatch();
      given = 0;
      waiting++;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs the statement for all values that were kept. */
  void runBatch() {
    if (waiting == 0) {
      return;
    }
    try {
      statement.executeBatch();
      waiting = 0;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs a statement that changes rows; how many they were. */
  int update() {
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  void each(Consumer<Row> use) {
    try (ResultSet result = statement.executeQuery()) {
      Row row = new Row(result);
      while (result.next()) {
        use.accept(row);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  <T> List<T> list(Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    each(row -> all.add(read.apply(row)));
    return all;
  }

  <T> Optional<T> first(Function<Row, T> read) {
    try (ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.of(read.apply(new Row(result))) : Optional.empty();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Whether there is a row. */
  boolean any() {
    return first(row -> true).isPresent();
  }

  private static void requireWholePairs(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          throw new StoreException(
              "not stored: a text has half a surrogate pair at UTF-16 unit "
                  + i
                  + ", which no file can hold");
        }
        i++;
      }
    }
  }
}
