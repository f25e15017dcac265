package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What numbers were computed from, a transcript a row. */
final class Inputs {
  private Inputs() {}

  /** The conditions, and what is held for true of each variable; empty where that is nothing. */
  static Table of(Frame frame, List<String> conditions, List<Variable> variables, Gold gold) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("transcript", "transcript"));
    conditions.forEach(name -> columns.add(Column.words("condition:" + name, name)));
    variables.forEach(v -> columns.add(Column.words(v.wire(), v.title(frame))));
    List<Map<TranscriptId, String>> held =
        variables.stream().map(variable -> gold.of(frame, variable)).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (Case one : frame.cases()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(one.id().value()));
      conditions.forEach(name -> row.add(Cell.words(one.conditions().get(name).orElse(""))));
      held.forEach(said -> row.add(Cell.words(said.getOrDefault(one.id(), ""))));
      rows.add(row);
    }
    return new Table("transcripts", "", columns, rows, List.of());
  }

  /** What each rater said of each variable, a rating a row; what was not said has none. */
  static Table ratings(Frame frame, List<Variable.Human> variables) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Case one : frame.cases()) {
      for (Sheet sheet : one.submitted()) {
        for (Variable.Human variable : variables) {
          variable
              .of(sheet)
              .ifPresent(
                  said ->
                      rows.add(
                          List.of(
                              Cell.words(one.id().value()),
                              Cell.words(sheet.rater().value()),
                              Cell.words(variable.wire()),
                              Cell.words(said))));
        }
      }
    }
    return new Table(
        "ratings",
        "",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("rater", "rater"),
            Column.words("what", "question or tag"),
            Column.words("said", "said")),
        rows,
        List.of());
  }
}
