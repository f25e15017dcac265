package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Result;
import examen.stats.rate.Proportion;
import examen.stats.rate.WorstCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Rates of slices below each other: how many of how many, the rate with its interval, what none or
 * all of so many says, and what was left out.
 *
 * @param names titles of the columns that say which slice it is
 */
record RateRows(List<Column> names, List<Slice> slices, Prompts prompts, double confidence) {
  private static final double ONE_SIDED = 0.95;

  /**
   * @param said what stands in the columns of names, one for each
   */
  Table table(String id, Function<Slice, List<String>> said) {
    boolean bounds = slices.stream().anyMatch(RateRows::isNoneOrAll);
    boolean unclear = slices.stream().anyMatch(slice -> unclear(slice) > 0);
    List<Column> columns = new ArrayList<>(names);
    columns.add(Column.numbers("count", "yes / judged"));
    columns.add(Column.numbers("rate", "rate"));
    columns.add(Column.numbers("interval", Choices.percent(confidence) + " Wilson"));
    columns.addAll(prompts.columns(confidence));
    if (bounds) {
      columns.add(Column.numbers("bound", "95% one-sided"));
    }
    columns.add(Column.numbers("unclear", "unclear"));
    if (unclear) {
      columns.add(Column.numbers("if-judged", "whatever unclear is"));
    }
    columns.add(Column.numbers("missing", "not judged"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Slice slice : slices) {
      List<Cell> row = new ArrayList<>(said.apply(slice).stream().map(Cell::words).toList());
      List<Cell> cells = Rates.cells(slice, confidence, slice.share().total());
      row.addAll(cells.subList(0, 3));
      row.addAll(prompts.cells(slice, confidence, slice.share().total()));
      if (bounds) {
        row.add(bound(slice));
      }
      row.add(cells.get(3));
      if (unclear) {
        row.add(whatever(slice));
      }
      row.add(cells.get(4));
      rows.add(row);
    }
    return new Table(id, "", columns, rows, List.of());
  }

  private static boolean isNoneOrAll(Slice slice) {
    Proportion share = slice.share();
    return share.total() > 0 && (share.count() == 0 || share.rest() == 0);
  }

  private static int unclear(Slice slice) {
    return slice.all(Outcome.Judged.UNCLEAR).size();
  }

  private static Cell bound(Slice slice) {
    if (!isNoneOrAll(slice)) {
      return Cell.words("");
    }
    Proportion share = slice.share();
    boolean none = share.count() == 0;
    Result bound = none ? share.upperBound(ONE_SIDED) : share.lowerBound(ONE_SIDED);
    Cell number = Showing.number(bound, 4);
    String percent = String.format(Locale.ROOT, "%.1f%%", bound.orNaN() * 100);
    return new Cell(
        (none ? "at most " : "at least ") + percent,
        number.fact(),
        slice.ids(Outcome.Judged.YES, Outcome.Judged.NO));
  }

  /** From where to where the rate lies when what is unclear is counted either way. */
  private static Cell whatever(Slice slice) {
    if (unclear(slice) == 0) {
      return Cell.words("");
    }
    WorstCase worst = WorstCase.unknownOutcomes(slice.share(), unclear(slice));
    return Cell.words(Showing.worst(worst))
        .on(slice.ids(Outcome.Judged.YES, Outcome.Judged.NO, Outcome.Judged.UNCLEAR));
  }
}
