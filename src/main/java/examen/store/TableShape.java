package examen.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is needed to read and write all rows of a table.
 *
 * @param columns of which a row consists; begins with the rowid where no column of its own is that
 * @param order columns by which the table itself is ordered
 */
record TableShape(String name, List<String> columns, List<String> order) {
  TableShape {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /** All tables but those of the index of words, each after those that it refers to. */
  static List<TableShape> of(Session session) {
    return session
        .query(
            "SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' AND"
                + " sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB"
                + " 'part_text_*' ORDER BY name")
        .list(row -> new Named(row.text(1), row.integer(2) == 1))
        .stream()
        .map(named -> of(session, named))
        .toList();
  }

  private record Named(String name, boolean withoutRowid) {}

  private static TableShape of(Session session, Named named) {
    List<String> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    boolean[] alias = new boolean[1];
    session
        .query("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid")
        .text(named.name())
        .each(
            row -> {
              columns.add(row.text(1));
              if (row.integer(3) > 0) {
                key.add(row.text(1));
                alias[0] = row.text(2).equals("INTEGER");
              }
            });
    boolean isRowid = key.size() == 1 && alias[0];
    if (named.withoutRowid()) {
      return new TableShape(named.name(), columns, key);
    }
    if (!isRowid) {
      columns.addFirst("rowid");
    }
    return new TableShape(named.name(), columns, List.of(isRowid ? key.getFirst() : "rowid"));
  }

  boolean hasRowid() {
    return order.size() == 1;
  }

  boolean hasTranscript() {
    return columns.contains("transcript");
  }

  /** Reads the table as it lies in the file, whatever its indexes say. */
  String selectAll() {
    return select() + (hasRowid() ? " NOT INDEXED" : "");
  }

  String selectBackwards() {
    return selectAll()
        + order.stream().map(c -> c + " DESC").collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  String selectOne() {
    return selectAll() + " WHERE " + order.getFirst() + " = ?";
  }

  String insert() {
    return "INSERT INTO "
        + name
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + columns.stream().map(c -> "?").collect(Collectors.joining(", "))
        + ")";
  }

  private String select() {
    return "SELECT " + String.join(", ", columns) + " FROM " + name;
  }
}
