package examen.study;

import examen.report.Cell;
import examen.report.Fact;
import examen.report.Report;
import examen.report.Table;
import java.util.List;
import java.util.stream.IntStream;

/** A report as tests ask for it. */
record Told(Report report) {
  /** All notes as one text, a line each. */
  String notes() {
    return String.join("\n", report.notes());
  }

  Table table(String id) {
    return report.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  /** The texts of a table's rows, with bars between them. */
  List<String> lines(String id) {
    return table(id).rows().stream()
        .map(row -> String.join(" | ", row.stream().map(Cell::text).toList()))
        .toList();
  }

  /** One cell, by the place of its row and the id of its column. */
  Cell cell(String table, int row, String column) {
    Table found = table(table);
    int place =
        IntStream.range(0, found.columns().size())
            .filter(i -> found.columns().get(i).id().equals(column))
            .findFirst()
            .orElseThrow();
    return found.rows().get(row).get(place);
  }

  double number(String table, int row, String column) {
    return ((Fact.Value) cell(table, row, column).fact()).value();
  }

  Fact.Range range(String table, int row, String column) {
    return (Fact.Range) cell(table, row, column).fact();
  }
}
