package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Undefined;
import examen.stats.agreement.AgreementPanel;
import examen.stats.agreement.Extent;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far raters agree on one question or tag.
 *
 * @param panel has all categories of the scale
 */
record Agreed(Cell title, Ratings ratings, AgreementPanel panel, Drawing drawing) {
  private static final Undefined NO_YES = new Undefined("its answers have no yes");

  static Agreed of(Frame frame, Ratings ratings, Drawing drawing) {
    List<Integer> places = IntStream.range(0, ratings.table().scale().size()).boxed().toList();
    return new Agreed(
        Agreement.title(frame, ratings.variable()),
        ratings,
        AgreementPanel.of(ratings.table(), places, drawing.bootstrap(), drawing.clusters()),
        drawing);
  }

  /** A row each. */
  static Table table(List<Agreed> rows, Drawing drawing) {
    String interval = Choices.percent(drawing.bootstrap().confidence());
    List<Column> columns =
        List.of(
            Agreement.what(),
            Column.numbers("percent", "agree"),
            Column.numbers("percent-interval", interval),
            Column.numbers("alpha", "alpha"),
            Column.numbers("alpha-interval", interval),
            Column.numbers("ac1", "AC1"),
            Column.numbers("ac1-interval", interval),
            Column.numbers("positive", "positive agr."),
            Column.numbers("positive-interval", interval),
            Column.numbers("prevalence", "yes of ratings"),
            Column.numbers("differ", "differ / rated twice"),
            Column.numbers("raters", "raters"),
            Column.numbers("ratings", "ratings"),
            Column.numbers("missing", "missing"),
            Column.numbers("left-out", "left out"));
    List<String> notes = new ArrayList<>();
    rows.forEach(row -> notes.addAll(row.lacking()));
    return new Table("agreement", "", columns, rows.stream().map(Agreed::cells).toList(), notes);
  }

  private List<Cell> cells() {
    Extent extent = panel.extent();
    List<String> twice = ratings.ratedBy(2);
    List<Cell> cells = new ArrayList<>();
    cells.add(title);
    Bootstrapped percent = number(0);
    cells.add(Showing.share(percent.value(), extent.paired()).on(twice));
    cells.add(
        Showing.percents(drawing.ofShare(percent, extent.paired()), extent.paired()).on(twice));
    for (int i = 1; i < panel.coefficients().size(); i++) {
      cells.add(Showing.number(number(i).value(), 3).on(twice));
      cells.add(Showing.bounds(number(i).interval(), 3).on(twice));
    }
    cells.addAll(positive());
    List<String> differing = ratings.differing();
    cells.add(Showing.count(new Proportion(differing.size(), twice.size())).on(differing));
    cells.add(Showing.count(extent.raters()));
    cells.add(Showing.count(extent.ratings()).on(ratings.ratedBy(1)));
    cells.add(Showing.share(extent.missing(), extent.possible()));
    cells.add(
        Showing.count(extent.leftOut())
            .on(ratings.ids(unit -> ratings.table().ratingsOf(unit) < 2)));
    return cells;
  }

  /** Agreement on "yes", its interval, and how many of the ratings say it. */
  private List<Cell> positive() {
    int yes = ratings.table().scale().categories().indexOf(Variable.PRESENT);
    if (yes < 0) {
      Cell none = Showing.undefined(NO_YES);
      return List.of(none, none, none);
    }
    AgreementPanel.Category category = panel.categories().get(yes);
    List<String> behind = saidOf(yes);
    return List.of(
        Showing.number(category.agreement().value(), 3).on(behind),
        Showing.bounds(category.agreement().interval(), 3).on(behind),
        Showing.count(said(yes)).on(behind));
  }

  private Proportion said(int category) {
    long said = 0;
    for (int unit = 0; unit < ratings.table().units(); unit++) {
      said += ratings.table().counts(unit)[category];
    }
    return new Proportion(said, panel.extent().ratings());
  }

  private List<String> saidOf(int category) {
    return ratings.ids(unit -> ratings.table().counts(unit)[category] > 0);
  }

  /** Each answer by itself. */
  Table categories() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < panel.categories().size(); i++) {
      AgreementPanel.Category category = panel.categories().get(i);
      List<String> behind = saidOf(i);
      long rated = panel.extent().rated();
      rows.add(
          List.of(
              Cell.words(category.category()),
              Showing.number(category.agreement().value(), 3).on(behind),
              Showing.bounds(category.agreement().interval(), 3).on(behind),
              Showing.count(said(i)).on(behind),
              Showing.share(category.prevalence().value(), rated).on(behind),
              Showing.percents(drawing.ofShare(category.prevalence(), rated), rated).on(behind)));
    }
    return new Table(
        "answers",
        "Each answer",
        List.of(
            Column.words("answer", "answer"),
            Column.numbers("agreement", "specific agr."),
            Column.numbers("agreement-interval", "interval"),
            Column.numbers("ratings", "of ratings"),
            Column.numbers("prevalence", "prevalence"),
            Column.numbers("prevalence-interval", "interval")),
        rows,
        List.of("Prevalence is the mean over rated transcripts of the share of their ratings."));
  }

  private Bootstrapped number(int coefficient) {
    return panel.coefficients().get(coefficient).measured();
  }

  private List<String> lacking() {
    Map<String, Bootstrapped> numbers = new LinkedHashMap<>();
    panel
        .coefficients()
        .forEach(
            c -> {
              if (c.measured().value() instanceof Estimate) {
                numbers.put(c.statistic().name() + " of " + title.text(), c.measured());
              }
            });
    return Drawing.lacking(numbers);
  }

  /** Alpha in a figure. */
  Figure.Mark mark() {
    Bootstrapped alpha = number(1);
    return new Figure.Mark(
        title.text(),
        whisker(alpha),
        "%s%s  n = %,d"
            .formatted(
                Showing.number(alpha.value(), 2).text(),
                isWithoutInterval(alpha) ? ", no interval" : "",
                panel.extent().paired()),
        ratings.ratedBy(2));
  }

  private static boolean isWithoutInterval(Bootstrapped number) {
    return number.value() instanceof Estimate && number.interval() instanceof Undefined;
  }

  private static Figure.@Nullable Whisker whisker(Bootstrapped number) {
    return number.value() instanceof Estimate(double value)
            && number.interval() instanceof Interval interval
        ? new Figure.Whisker(
            value, Math.min(value, interval.low()), Math.max(value, interval.high()))
        : null;
  }
}
