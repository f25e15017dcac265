package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Strata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparisons within strata: each stratum first, whether they tell alike, and only then what they
 * have in common.
 *
 * @param by conditions whose values together are the strata; empty for none
 */
record CompareStrata(Asked asked, List<String> by, List<CompareReport.Arms> arms) {
  static final List<String> METHODS =
      List.of(
          "homogeneity of odds ratios, Breslow and Day (1980) with Tarone's (1985) correction",
          "Cochran-Mantel-Haenszel test without continuity correction (Mantel and Haenszel 1959)",
          "Mantel-Haenszel odds ratio, interval of Robins, Breslow and Greenland (1986)",
          "Mantel-Haenszel difference with Sato's (1989) error");

  boolean isAsked() {
    return !by.isEmpty();
  }

  /** One for each comparison; nothing where there are no strata. */
  List<Strata> pooled() {
    return isAsked()
        ? arms.stream()
            .map(one -> new Strata(strata(one).values().stream().map(Contrasted::rates).toList()))
            .toList()
        : List.of();
  }

  private Map<String, Contrasted> strata(CompareReport.Arms one) {
    Map<String, Contrasted> strata = new TreeMap<>(NaturalOrder.COMPARATOR);
    Stream.concat(one.first().stream(), one.second().stream())
        .map(this::stratum)
        .distinct()
        .forEach(
            name -> {
              CompareReport.Arms within = one.where(c -> stratum(c).equals(name));
              strata.put(
                  name,
                  new Contrasted(
                      one.firstName(),
                      asked.slice(List.of(one.firstName(), name), within.first()),
                      one.secondName(),
                      asked.slice(List.of(one.secondName(), name), within.second())));
            });
    return strata;
  }

  private String stratum(Case one) {
    return by.stream()
        .map(name -> one.conditions().get(name).orElse(Slices.NOT_SAID))
        .collect(Collectors.joining(", "));
  }

  /** Each stratum by itself. */
  Table table() {
    List<Column> columns = new ArrayList<>(List.of(Column.words("stratum", String.join(", ", by))));
    List<Column> own = Contrasted.columns(Contrasted.Width.SHORT, asked.confidence());
    columns.addAll(own.subList(0, own.size() - 2));
    List<List<Cell>> rows = new ArrayList<>();
    for (CompareReport.Arms one : arms) {
      strata(one)
          .forEach(
              (name, contrasted) -> {
                List<Cell> cells =
                    contrasted.cells(
                        Contrasted.Width.SHORT, asked.confidence(), new Undefined("not tested"));
                List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
                row.addAll(cells.subList(0, cells.size() - 2));
                rows.add(row);
              });
    }
    return new Table("strata", "Strata", columns, rows, List.of());
  }

  /**
   * @param adjusted the p of each comparison's test among the whole family
   */
  Table pooledTable(List<Result> adjusted) {
    String of = Choices.percent(asked.confidence());
    List<List<Cell>> rows = new ArrayList<>();
    List<Strata> pooled = pooled();
    for (int i = 0; i < arms.size(); i++) {
      rows.add(pooledRow(arms.get(i), pooled.get(i), adjusted.get(i)));
    }
    return new Table(
        "pooled",
        "Strata together",
        List.of(
            Column.words("comparison", "comparison"),
            Column.numbers("strata", "strata"),
            Column.numbers("tarone", "homogeneity p"),
            Column.numbers("cmh", "CMH chi2"),
            Column.numbers("p", "CMH p"),
            Column.numbers("adjusted", "BH p"),
            Column.numbers("odds-ratio", "MH OR"),
            Column.numbers("odds-ratio-interval", of + " RBG"),
            Column.numbers("difference", "MH difference"),
            Column.numbers("difference-interval", of + " Sato")),
        rows,
        List.of(
            "Where the strata are not alike (a small homogeneity p), read them and not what they"
                + " have in common."));
  }

  private List<Cell> pooledRow(CompareReport.Arms one, Strata pooled, Result adjusted) {
    double confidence = asked.confidence();
    List<String> ids = strata(one).values().stream().flatMap(c -> c.ids().stream()).toList();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(one.firstName() + " - " + one.secondName()));
    Stream.of(
            Showing.count(pooled.strata().size()),
            Showing.p(pooled.homogeneity().tarone().p()),
            Showing.number(pooled.test().statistic(), 2),
            Showing.p(pooled.test().p()),
            Showing.p(adjusted),
            Showing.number(pooled.commonOddsRatio(), 2),
            Showing.bounds(pooled.commonOddsRatioInterval(confidence), 2),
            Showing.points(pooled.riskDifference()),
            Showing.points(pooled.riskDifferenceInterval(confidence)))
        .forEach(cell -> row.add(cell.on(ids)));
    return row;
  }
}
