package examen.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Has SQLite look at every page. SQLite counts a page that it could not read among the damaged
 * ones; but then it is the disk that has to be looked after, and not the file.
 */
final class PageCheck {
  private static final Pattern NOT_READ =
      Pattern.compile("(?:unable to get the page\\. error code=(\\d+))|failed to get page \\d+");

  private static final int PRIMARY = 0xff;

  private PageCheck() {}

  /**
   * What is wrong, in SQLite's words; empty if nothing is.
   *
   * @param pragma {@code quick_check(1)} or {@code integrity_check}
   * @throws SqlFailure if a page could not be read
   */
  static List<String> findings(Session session, String pragma) {
    List<String> lines = session.query("PRAGMA " + pragma).list(row -> row.text(1));
    for (String line : lines) {
      Matcher matcher = NOT_READ.matcher(line);
      if (matcher.find() && isOfDisk(matcher.group(1))) {
        throw new SqlFailure(
            new SQLiteException("a page cannot be read", SQLiteErrorCode.SQLITE_IOERR_READ));
      }
    }
    return lines.equals(List.of("ok")) ? List.of() : lines;
  }

  private static boolean isOfDisk(@Nullable String code) {
    return code == null || (Integer.parseInt(code) & PRIMARY) == SQLiteErrorCode.SQLITE_IOERR.code;
  }
}
