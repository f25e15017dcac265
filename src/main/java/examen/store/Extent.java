package examen.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is quickly said of all that is in a project file, to be compared with that of a copy. */
final class Extent {
  private Extent() {}

  /**
   * How far each table goes, what can be set, how raters are called, and which codebook is in use.
   * Rows are never changed otherwise, so two files of one history with the same extent hold the
   * same.
   */
  static String of(Session session) {
    List<String> lines = new ArrayList<>();
    List<String> tables =
        session
            .query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT"
                    + " ROWID%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT GLOB 'sqlite_*' AND"
                    + " name NOT GLOB 'part_text_*' ORDER BY name")
            .list(row -> row.text(1));
    for (String table : tables) {
      String name = '"' + table.replace("\"", "\"\"") + '"';
      lines.add(
          table
              + " "
              + session
                  .query("SELECT coalesce(max(rowid), 0) FROM " + name)
                  .first(row -> row.text(1))
                  .orElse(""));
    }
    session
        .query("SELECT key, value FROM project ORDER BY key")
        .each(row -> lines.add(row.text(1) + "=" + row.text(2)));
    session
        .query("SELECT id, version FROM codebook WHERE active = 1")
        .each(row -> lines.add("uses " + row.text(1) + " " + row.text(2)));
    session
        .query("SELECT count(report) FROM source_import")
        .each(row -> lines.add("ended imports " + row.text(1)));
    // Older files, which are copied before they are brought up to date, name no raters.
    if (session.query("SELECT 1 FROM sqlite_schema WHERE name = 'rater'").any()) {
      session
          .query("SELECT id, name FROM rater ORDER BY id")
          .each(row -> lines.add("rater " + row.text(1) + " " + row.text(2)));
    }
    return String.join("\n", lines);
  }

  /** Hash of each rater's latest step. */
  static SortedMap<String, String> heads(Session session) {
    SortedMap<String, String> heads = new TreeMap<>();
    session
        .query("SELECT rater, hash, max(seq) FROM step GROUP BY rater")
        .each(row -> heads.put(row.text(1), row.text(2)));
    return heads;
  }
}
