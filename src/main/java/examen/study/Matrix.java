package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Report;
import examen.report.Table;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rates of two conditions crossed, such as model and scenario, with the greatest marked. */
final class Matrix implements Study {
  private static final Choice ROWS =
      new Choice("rows", "Rows", "the condition of the rows", Choice.Kind.CONDITION, "model");
  private static final Choice COLUMNS =
      new Choice(
          "columns", "Columns", "the condition of the columns", Choice.Kind.CONDITION, "scenario");
  private static final Choice PAIRS =
      new Choice(
          "pairs",
          "Pairs shown",
          "which differences are shown: those with the greatest cell, or all",
          Choice.Kind.ONE_OF,
          "greatest",
          List.of("greatest", "all"));

  @Override
  public String id() {
    return "matrix";
  }

  @Override
  public String title() {
    return "Matrix";
  }

  @Override
  public String about() {
    return "How often it happened by two conditions crossed, with the greatest rate marked as"
        + " chosen";
  }

  @Override
  public List<Choice> choices() {
    return Asked.with(ROWS, COLUMNS, PAIRS);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Asked asked = Asked.of(frame, chosen);
    String row = Asked.condition(chosen, ROWS, asked.frame());
    String column = Asked.condition(chosen, COLUMNS, asked.frame());
    Grid grid = Grid.of(asked, asked.all(), row, column);
    Set<List<String>> greatest = greatest(grid);
    boolean all = chosen.text(PAIRS.id()).equals("all");
    List<Slice> judged = grid.cells().stream().filter(c -> c.share().total() > 0).toList();
    Pairs pairs = Pairs.of(judged);
    List<String> notes = new ArrayList<>();
    notes.add(selected(judged, greatest));
    notes.addAll(Notes.of(asked.frame(), asked.all(), asked.gold(), asked.outcome()));
    notes.addAll(grid.empty());
    notes.addAll(asked.prompts().notes(asked.frame()));
    notes.addAll(asked.prompts().independence());
    return new Report(
        id(),
        asked.title() + " | " + row + " x " + column,
        "transcript",
        notes,
        List.of(
            table(grid, greatest),
            new RateRows(
                    List.of(Column.words("row", row), Column.words("column", column)),
                    grid.cells(),
                    asked.prompts(),
                    asked.confidence())
                .table("cells", Slice::names),
            pairs.table(
                pair ->
                    all
                        || greatest.contains(pair.first().names())
                        || greatest.contains(pair.second().names()),
                asked.confidence())),
        List.of(grid.figure("grid", asked.title(), greatest)),
        chosen.all(),
        asked.methods(Contrasted.methods(Contrasted.Width.SHORT)),
        asked.inputs(List.of(row, column)));
  }

  /** All cells with the greatest rate. */
  private static Set<List<String>> greatest(Grid grid) {
    Set<List<String>> greatest = new HashSet<>();
    Proportion most = new Proportion(0, 0);
    for (Slice cell : grid.cells()) {
      Proportion share = cell.share();
      if (share.total() > 0) {
        int order = most.total() == 0 ? 1 : compare(share, most);
        if (order > 0) {
          greatest.clear();
          most = share;
        }
        if (order >= 0) {
          greatest.add(cell.names());
        }
      }
    }
    return greatest;
  }

  /** Exactly, as ties of different counts are ties too. */
  private static int compare(Proportion a, Proportion b) {
    return Long.compare(
        Math.multiplyExact(a.count(), b.total()), Math.multiplyExact(b.count(), a.total()));
  }

  private static String selected(List<Slice> judged, Set<List<String>> greatest) {
    List<String> named =
        judged.stream()
            .filter(cell -> greatest.contains(cell.names()))
            .map(cell -> cell.label() + " (" + Showing.count(cell.share()).text() + ")")
            .sorted(NaturalOrder.COMPARATOR)
            .toList();
    return named.isEmpty()
        ? "No cell has a judged transcript."
        : "Greatest, marked with *: %s%s. It is chosen as the greatest of %,d cells: its own interval is too hopeful; read all cells."
            .formatted(String.join(", ", named), named.size() > 1 ? " (tied)" : "", judged.size());
  }

  private static Table table(Grid grid, Set<List<String>> greatest) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("row", grid.rowCondition())));
    for (int i = 0; i < grid.columns().size(); i++) {
      columns.add(Column.numbers("column-" + (i + 1), grid.columns().get(i)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String row : grid.rows()) {
      List<Cell> line = new ArrayList<>(List.of(Cell.words(row)));
      for (String column : grid.columns()) {
        line.add(cell(grid.at(row, column), greatest));
      }
      rows.add(line);
    }
    return new Table("matrix", "", columns, rows, List.of());
  }

  private static Cell cell(Slice slice, Set<List<String>> greatest) {
    Proportion share = slice.share();
    if (share.total() == 0) {
      return Showing.rate(share).on(slice.ids(Outcome.Judged.UNCLEAR, Outcome.Judged.MISSING));
    }
    Cell count = Showing.count(share);
    return new Cell(
        (greatest.contains(slice.names()) ? "* " : "")
            + Showing.rate(share).text()
            + " "
            + count.text(),
        count.fact(),
        slice.ids(Outcome.Judged.YES));
  }
}
