package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often something happened, by conditions. */
final class Rates implements Study {
  static final String WILSON = "Wilson score interval (Wilson 1927; Newcombe 1998)";

  @Override
  public String id() {
    return "rates";
  }

  @Override
  public String title() {
    return "Rates by condition";
  }

  @Override
  public String about() {
    return "How often something happened, by one or two conditions, with intervals";
  }

  @Override
  public List<Choice> choices() {
    return List.of(Choices.OUTCOME, Choices.BY, Choices.WITHIN, Choices.GOLD, Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Frame kept = chosen.within(Choices.WITHIN.id(), frame);
    Outcome outcome = chosen.outcome(Choices.OUTCOME.id(), kept);
    Gold gold = chosen.gold(Choices.GOLD.id(), kept);
    List<String> by = chosen.conditions(Choices.BY.id(), kept);
    double confidence = Choices.confidence(chosen);
    Judging judging = new Judging(kept, outcome, gold);
    Slices slices = Slices.of(kept, by, judging);
    String title = outcome.title(kept);
    return new Report(
        id(),
        by.isEmpty() ? title : title + " | " + String.join(" x ", by),
        "transcript",
        Notes.of(kept, slices.all(), gold, outcome),
        List.of(table(slices, confidence)),
        figures(slices, title, confidence),
        chosen.all(),
        List.of(WILSON),
        List.of(Inputs.of(kept, by, List.of(outcome.variable()), gold)));
  }

  private static Table table(Slices slices, double confidence) {
    List<Column> columns = new ArrayList<>();
    slices.by().forEach(name -> columns.add(Column.words(name, name)));
    if (slices.by().isEmpty()) {
      columns.add(Column.words("all", ""));
    }
    columns.addAll(columns(confidence));
    List<List<Cell>> rows = new ArrayList<>();
    slices.parts().forEach(slice -> rows.add(row(slice, slices.by().size(), confidence)));
    if (!slices.by().isEmpty()) {
      rows.add(row(slices.all(), slices.by().size(), confidence));
    }
    return new Table("rates", "", columns, rows, List.of());
  }

  private static List<Column> columns(double confidence) {
    return List.of(
        Column.numbers("count", "yes / judged"),
        Column.numbers("rate", "rate"),
        Column.numbers("interval", Choices.percent(confidence) + " Wilson"),
        Column.numbers("unclear", "unclear"),
        Column.numbers("missing", "not judged"));
  }

  private static List<Cell> row(Slice slice, int names, double confidence) {
    List<Cell> row = new ArrayList<>();
    for (int i = 0; i < Math.max(1, names); i++) {
      row.add(Cell.words(i < slice.names().size() ? slice.names().get(i) : i == 0 ? "all" : ""));
    }
    row.addAll(cells(slice, confidence));
    return row;
  }

  /** Count, rate, interval, unclear, missing. */
  private static List<Cell> cells(Slice slice, double confidence) {
    return cells(slice, confidence, slice.share().total());
  }

  /**
   * The same.
   *
   * @param of of how many the percentages are written as
   */
  static List<Cell> cells(Slice slice, double confidence, long of) {
    Proportion share = slice.share();
    return List.of(
        Showing.count(share).on(slice.ids(Outcome.Judged.YES)),
        Showing.rate(share, of).on(slice.ids(Outcome.Judged.YES)),
        Showing.percents(bounds(share, confidence), of)
            .on(slice.ids(Outcome.Judged.YES, Outcome.Judged.NO)),
        Showing.count(slice.all(Outcome.Judged.UNCLEAR).size())
            .on(slice.ids(Outcome.Judged.UNCLEAR)),
        Showing.count(slice.all(Outcome.Judged.MISSING).size())
            .on(slice.ids(Outcome.Judged.MISSING)));
  }

  static Bounds bounds(Proportion share, double confidence) {
    return share.wilson(confidence);
  }

  private static List<Figure> figures(Slices slices, String title, double confidence) {
    Figure forest =
        new Figure.Forest(
            "rates",
            title,
            "share of judged transcripts, " + Choices.percent(confidence) + " interval",
            Figure.Axis.share(""),
            null,
            Stream.concat(slices.parts().stream(), Stream.of(slices.all()))
                .distinct()
                .map(slice -> mark(slice, confidence))
                .toList());
    return slices.by().size() == 2 ? List.of(grid(slices, title), forest) : List.of(forest);
  }

  private static Figure.Mark mark(Slice slice, double confidence) {
    return mark(
        slice, slice.names().isEmpty() ? "all" : String.join(", ", slice.names()), confidence);
  }

  static Figure.Mark mark(Slice slice, String label, double confidence) {
    Proportion share = slice.share();
    return new Figure.Mark(
        label,
        whisker(share, confidence),
        Showing.rate(share).text() + "  " + Showing.count(share).text(),
        slice.ids(Outcome.Judged.YES));
  }

  private static Figure.@Nullable Whisker whisker(Proportion share, double confidence) {
    return bounds(share, confidence) instanceof Interval interval
        ? new Figure.Whisker(share.rate().orNaN(), interval.low(), interval.high())
        : null;
  }

  private static Figure grid(Slices slices, String title) {
    List<String> rows = slices.values(0);
    List<String> columns = slices.values(1);
    List<List<Figure.Tile>> tiles = new ArrayList<>();
    for (String row : rows) {
      tiles.add(columns.stream().map(column -> tile(slices.at(List.of(row, column)))).toList());
    }
    return new Figure.Grid(
        "grid", title, slices.by().get(0), slices.by().get(1), rows, columns, tiles);
  }

  private static Figure.Tile tile(Slice slice) {
    Proportion share = slice.share();
    return new Figure.Tile(
        Showing.rate(share).text() + "\n" + Showing.count(share).text(),
        share.total() == 0 ? null : share.rate().orNaN(),
        Figure.Emphasis.NONE,
        slice.ids(Outcome.Judged.YES));
  }
}
