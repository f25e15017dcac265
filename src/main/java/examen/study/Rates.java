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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often something happened, by conditions. */
final class Rates implements Study {
  static final String WILSON = "Wilson score interval (Wilson 1927; Newcombe 1998)";
  static final String ONE_SIDED =
      "exact one-sided bound at none and all (Clopper and Pearson 1934)";

  private static final Choice PAIRS =
      new Choice(
          "pairs",
          "All pairs",
          "whether to compare every row with every other",
          Choice.Kind.ONE_OF,
          "no",
          List.of("no", "yes"));

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
    return List.of(
        Choices.OUTCOME,
        Choices.BY,
        Choices.CLUSTER,
        PAIRS,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Frame kept = chosen.within(Choices.WITHIN.id(), frame);
    Outcome outcome = chosen.outcome(Choices.OUTCOME.id(), kept);
    Gold gold = chosen.gold(Choices.GOLD.id(), kept);
    List<String> by = chosen.conditions(Choices.BY.id(), kept);
    double confidence = Choices.confidence(chosen);
    Prompts prompts = Prompts.of(chosen, kept);
    Judging judging = new Judging(kept, outcome, gold);
    Slices slices = Slices.of(kept, by, judging);
    String title = outcome.title(kept);
    List<String> notes = new ArrayList<>(Notes.of(kept, slices.all(), gold, outcome));
    notes.addAll(prompts.notes(kept));
    List<Table> tables = new ArrayList<>(List.of(table(slices, prompts, confidence)));
    List<String> methods = new ArrayList<>(List.of(WILSON, ONE_SIDED));
    methods.addAll(prompts.methods());
    if (chosen.text(PAIRS.id()).equals("yes")) {
      tables.add(Pairs.of(slices.parts()).table(pair -> true, confidence));
      methods.addAll(Contrasted.methods(Contrasted.Width.SHORT));
      notes.addAll(prompts.independence());
    }
    return new Report(
        id(),
        by.isEmpty() ? title : title + " | " + String.join(" x ", by),
        "transcript",
        notes,
        tables,
        figures(slices, title, confidence),
        chosen.all(),
        methods,
        List.of(Inputs.of(kept, Prompts.with(by, prompts), List.of(outcome.variable()), gold)));
  }

  private static Table table(Slices slices, Prompts prompts, double confidence) {
    int names = slices.by().size();
    List<Column> columns =
        names == 0
            ? List.of(Column.words("all", ""))
            : slices.by().stream().map(name -> Column.words("condition:" + name, name)).toList();
    List<Slice> rows =
        Stream.concat(slices.parts().stream(), Stream.of(slices.all())).distinct().toList();
    return new RateRows(columns, rows, prompts, confidence)
        .table("rates", slice -> said(slice, names));
  }

  private static List<String> said(Slice slice, int names) {
    return IntStream.range(0, Math.max(1, names))
        .mapToObj(i -> i < slice.names().size() ? slice.names().get(i) : i == 0 ? "all" : "")
        .toList();
  }

  /**
   * Count, rate, interval, unclear, missing.
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
        slice,
        slice.names().isEmpty() ? "all" : String.join(", ", slice.names()),
        confidence,
        slice.share().total());
  }

  /**
   * @param of of how many the percentage is written as: the same as in the table that it belongs to
   */
  static Figure.Mark mark(Slice slice, String label, double confidence, long of) {
    Figure.Mark mark = mark(label, slice.share(), confidence, slice.ids(Outcome.Judged.YES));
    String text =
        Showing.rate(slice.share(), of).text() + "  " + Showing.count(slice.share()).text();
    return new Figure.Mark(label, mark.whisker(), text, mark.behind());
  }

  static Figure.Mark mark(String label, Proportion share, double confidence, List<String> behind) {
    return new Figure.Mark(
        label,
        whisker(share, confidence),
        Showing.rate(share).text() + "  " + Showing.count(share).text(),
        behind);
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
      tiles.add(
          columns.stream()
              .map(column -> tile(slices.at(List.of(row, column)), Figure.Emphasis.NONE))
              .toList());
    }
    return new Figure.Grid(
        "grid", title, slices.by().get(0), slices.by().get(1), rows, columns, tiles);
  }

  static Figure.Tile tile(Slice slice, Figure.Emphasis emphasis) {
    Proportion share = slice.share();
    return new Figure.Tile(
        Showing.rate(share).text() + "\n" + Showing.count(share).text(),
        share.total() == 0 ? null : share.rate().orNaN(),
        emphasis,
        slice.ids(Outcome.Judged.YES));
  }
}
