package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What numbers were computed from, a transcript a row. */
final class Inputs {
  private Inputs() {}

  static Table of(Frame frame, List<String> by, Judging judging) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("transcript", "transcript"));
    by.forEach(name -> columns.add(Column.words("condition-" + name, name)));
    columns.add(Column.words("judged", "judged"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Case one : frame.cases()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(one.id().value()));
      by.forEach(name -> row.add(Cell.words(one.conditions().get(name).orElse(""))));
      row.add(Cell.words(judging.of(one).toString().toLowerCase(Locale.ROOT)));
      rows.add(row);
    }
    return new Table("transcripts", "", columns, rows, List.of());
  }
}
