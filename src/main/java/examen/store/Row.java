package examen.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The current row of a query; columns are numbered from 1. */
final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** A column that is never null. */
  String text(int column) {
    String text = textIfAny(column);
    if (text == null) {
      throw new StoreException(
          "column " + column + " of a row is empty; the project file is damaged");
    }
    return text;
  }

  @Nullable String textIfAny(int column) {
    try {
      return result.getString(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  byte[] bytes(int column) {
    try {
      byte[] bytes = result.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A text, number or bytes as bytes: texts and whole numbers in UTF-8. */
  byte @Nullable [] bytesIfAny(int column) {
    try {
      return result.getBytes(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  long integer(int column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Nullable Long integerIfAny(int column) {
    long value = integer(column);
    return wasNull() ? null : value;
  }

  @Nullable Double realIfAny(int column) {
    try {
      double value = result.getDouble(column);
      return wasNull() ? null : value;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * The value as it is stored: a Long, Double, String, byte array or null.
   *
   * @throws StoreException if it is a text that is not one
   */
  @Nullable Object value(int column) {
    try {
      Object value = result.getObject(column);
      if (value instanceof String text && text.indexOf('\ufffd') >= 0) {
        return strictText(bytes(column));
      }
      return value instanceof Integer number ? (Object) number.longValue() : value;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static String strictText(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw Stored.damaged("a text is not UTF-8");
    }
  }

  private boolean wasNull() {
    try {
      return result.wasNull();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
