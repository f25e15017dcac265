package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.rate.OddsRatio;
import examen.stats.rate.RiskRatio;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two slices held against each other, each under its name. */
record Contrasted(String firstName, Slice first, String secondName, Slice second) {
  static final String NEWCOMBE = "Newcombe interval of a difference, method 10 (Newcombe 1998)";
  static final String FISHER = "Fisher's exact test, two-sided by probability (Fisher 1935)";
  static final String BENJAMINI = "p adjusted over the whole family (Benjamini and Hochberg 1995)";

  /** How many numbers are shown of each. */
  enum Width {
    SHORT,
    WHOLE
  }

  static List<String> methods(Width width) {
    return switch (width) {
      case SHORT -> List.of(NEWCOMBE, FISHER, BENJAMINI);
      case WHOLE ->
          List.of(
              NEWCOMBE,
              "Miettinen-Nurminen score interval of a difference (Miettinen and Nurminen 1985)",
              "risk ratio with Katz interval (Katz et al. 1978)",
              "odds ratio with Woolf interval (Woolf 1955)",
              FISHER,
              BENJAMINI);
    };
  }

  TwoRates rates() {
    return new TwoRates(first.share(), second.share());
  }

  String name() {
    return firstName + " - " + secondName;
  }

  Result p() {
    return rates().fisher().p();
  }

  /** Those of which both rates are made. */
  List<String> ids() {
    return Stream.of(first, second)
        .flatMap(slice -> slice.ids(Outcome.Judged.YES, Outcome.Judged.NO).stream())
        .toList();
  }

  static List<Column> columns(Width width, double confidence) {
    String of = Choices.percent(confidence);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("first", "first"));
    columns.add(Column.words("second", "second"));
    columns.add(Column.numbers("first-count", "yes / judged"));
    columns.add(Column.numbers("second-count", "yes / judged"));
    columns.add(Column.numbers("difference", "difference"));
    columns.add(Column.numbers("newcombe", of + " Newcombe"));
    if (width == Width.WHOLE) {
      columns.add(Column.numbers("miettinen-nurminen", of + " M-N"));
      columns.add(Column.numbers("risk-ratio", "RR"));
      columns.add(Column.numbers("katz", of + " Katz"));
      columns.add(Column.numbers("odds-ratio", "OR"));
      columns.add(Column.numbers("woolf", of + " Woolf"));
    }
    columns.add(Column.numbers("p", "Fisher p"));
    columns.add(Column.numbers("adjusted", "BH p"));
    return columns;
  }

  /**
   * @param adjusted its p among the whole family
   */
  List<Cell> cells(Width width, double confidence, Result adjusted) {
    TwoRates rates = rates();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(firstName));
    cells.add(Cell.words(secondName));
    cells.add(Showing.count(first.share()).on(first.ids(Outcome.Judged.YES)));
    cells.add(Showing.count(second.share()).on(second.ids(Outcome.Judged.YES)));
    List<Cell> made = new ArrayList<>();
    made.add(Showing.points(rates.difference()));
    made.add(Showing.points(rates.newcombe(confidence)));
    if (width == Width.WHOLE) {
      RiskRatio risk = new RiskRatio(rates);
      OddsRatio odds = new OddsRatio(rates);
      made.add(Showing.points(rates.miettinenNurminen(confidence)));
      made.add(Showing.number(risk.estimate(), 2));
      made.add(Showing.bounds(risk.katz(confidence), 2));
      made.add(Showing.number(odds.estimate(), 2));
      made.add(Showing.bounds(odds.woolf(confidence), 2));
    }
    made.add(Showing.p(p()));
    made.add(Showing.p(adjusted));
    made.forEach(cell -> cells.add(cell.on(ids())));
    return cells;
  }

  /** One row of a forest of differences. */
  Figure.Mark mark(double confidence) {
    return new Figure.Mark(
        name(),
        whisker(confidence),
        Showing.points(rates().difference()).text()
            + "  "
            + Showing.points(rates().newcombe(confidence)).text(),
        ids());
  }

  private Figure.@Nullable Whisker whisker(double confidence) {
    return rates().newcombe(confidence) instanceof Interval interval
        ? new Figure.Whisker(rates().difference().orNaN(), interval.low(), interval.high())
        : null;
  }

  /** Differences below each other, with a line at none. */
  static Figure forest(String title, List<Contrasted> all, double confidence) {
    return new Figure.Forest(
        "differences",
        title,
        "difference in points, " + Choices.percent(confidence) + " Newcombe interval",
        new Figure.Axis("", -1, 1, Figure.Unit.POINTS, List.of()),
        0.0,
        all.stream().map(one -> one.mark(confidence)).toList());
  }
}
