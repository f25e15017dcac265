package examen.study;

import examen.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Transcripts by the values of two conditions; each pair of values has a cell, an empty one too.
 *
 * @param names the values that all of them share; may be empty
 * @param cells row by row, each under {@code names}, its row and its column
 */
record Grid(
    List<String> names,
    String rowCondition,
    String columnCondition,
    List<String> rows,
    List<String> columns,
    List<Slice> cells) {
  /** So many empty cells are named in a note. */
  private static final int NAMED = 6;

  /** Of the transcripts of one slice, over all values that there are anywhere. */
  static Grid of(Asked asked, Slice part, String row, String column) {
    List<Case> cases = part.cases().values().stream().flatMap(List::stream).toList();
    List<String> rows = asked.frame().values(row);
    List<String> columns = asked.frame().values(column);
    List<Slice> cells = new ArrayList<>();
    for (String r : rows) {
      List<Case> line = Asked.having(cases, row, r);
      for (String c : columns) {
        List<String> names = Stream.concat(part.names().stream(), Stream.of(r, c)).toList();
        cells.add(asked.slice(names, Asked.having(line, column, c)));
      }
    }
    return new Grid(part.names(), row, column, rows, columns, cells);
  }

  Slice at(String row, String column) {
    return cells.get(rows.indexOf(row) * columns.size() + columns.indexOf(column));
  }

  String title(String outcome) {
    return names.isEmpty() ? outcome : outcome + ", " + String.join(", ", names);
  }

  /** Which cells have no transcript, in a line; the table has them all. */
  List<String> empty() {
    List<String> empty = cells.stream().filter(cell -> cell.size() == 0).map(Slice::label).toList();
    if (empty.isEmpty()) {
      return List.of();
    }
    String more = empty.size() > NAMED ? "; and %,d more".formatted(empty.size() - NAMED) : "";
    return List.of(
        "No transcript in %,d of %,d cells: %s%s."
            .formatted(
                empty.size(),
                cells.size(),
                String.join("; ", empty.stream().limit(NAMED).toList()),
                more));
  }

  /**
   * @param marked the names of the cells that are singled out
   */
  Figure figure(String id, String title, Set<List<String>> marked) {
    List<List<Figure.Tile>> tiles = new ArrayList<>();
    for (String row : rows) {
      tiles.add(
          columns.stream()
              .map(column -> at(row, column))
              .map(
                  cell ->
                      Rates.tile(
                          cell,
                          marked.contains(cell.names())
                              ? Figure.Emphasis.MARKED
                              : Figure.Emphasis.NONE))
              .toList());
    }
    return new Figure.Grid(id, title, rowCondition, columnCondition, rows, columns, tiles);
  }
}
