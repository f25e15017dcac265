package examen.report;

import java.util.List;

/**
 * Rows and columns.
 *
 * @param id for programs, once in its report
 * @param title may be empty
 * @param rows each with a cell for each column
 * @param notes what stands below it, a line each
 */
public record Table(
    String id, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells in " + columns.size() + " columns");
      }
    }
  }
}
