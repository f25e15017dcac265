package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.agreement.CohenKappa;
import examen.stats.agreement.KrippendorffAlpha;
import examen.stats.agreement.PercentAgreement;
import examen.stats.agreement.RaterPairs;
import examen.stats.agreement.RaterPairs.Pair;
import examen.stats.agreement.Weighting;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;

/** How far each two raters agree: who differs from the others. */
record RaterMatrix(Ratings ratings, List<Pair> percent, List<Pair> alpha, List<Pair> kappa) {
  static RaterMatrix of(Ratings ratings) {
    ReliabilityTable table = ratings.table();
    return new RaterMatrix(
        ratings,
        RaterPairs.of(new PercentAgreement(), table).pairs(),
        RaterPairs.of(new KrippendorffAlpha(), table).pairs(),
        RaterPairs.of(new CohenKappa(Weighting.IDENTITY), table).pairs());
  }

  Table table(Frame frame) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < percent.size(); i++) {
      Pair pair = percent.get(i);
      List<String> both = both(pair);
      List<String> differing = differing(pair);
      rows.add(
          List.of(
              Cell.words(name(pair.first())),
              Cell.words(name(pair.second())),
              Showing.count(pair.units()).on(both),
              Showing.share(pair.value(), pair.units()).on(both),
              Showing.number(alpha.get(i).value(), 3).on(both),
              Showing.number(kappa.get(i).value(), 3).on(both),
              Showing.count(new Proportion(differing.size(), both.size())).on(differing)));
    }
    return new Table(
        "pairs",
        "Each two raters",
        List.of(
            Column.words("first", "rater"),
            Column.words("second", "rater"),
            Column.numbers("common", "both rated"),
            Column.numbers("percent", "agree"),
            Column.numbers("alpha", "alpha"),
            Column.numbers("kappa", "kappa"),
            Column.numbers("differ", "differ")),
        rows,
        frame.raters().size() < 2 ? List.of("There are fewer than two raters.") : List.of());
  }

  Figure grid(String title) {
    List<String> names = ratings.raters().stream().map(rater -> rater.value()).toList();
    List<List<Figure.Tile>> tiles = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      List<Figure.Tile> line = new ArrayList<>();
      for (int column = 0; column < names.size(); column++) {
        line.add(row == column ? empty() : tile(Math.min(row, column), Math.max(row, column)));
      }
      tiles.add(line);
    }
    return new Figure.Grid(
        "pairs", "Alpha of each two raters: " + title, "rater", "rater", names, names, tiles);
  }

  private static Figure.Tile empty() {
    return new Figure.Tile("", null, Figure.Emphasis.NONE, List.of());
  }

  private Figure.Tile tile(int first, int second) {
    Pair pair =
        alpha.stream()
            .filter(p -> p.first() == first && p.second() == second)
            .findFirst()
            .orElseThrow();
    Double shade = pair.value() instanceof Estimate(double value) ? Math.clamp(value, 0, 1) : null;
    return new Figure.Tile(
        "%s\nn = %,d".formatted(Showing.number(pair.value(), 2).text(), pair.units()),
        shade,
        Figure.Emphasis.NONE,
        both(pair));
  }

  private String name(int rater) {
    return ratings.raters().get(rater).value();
  }

  private List<String> both(Pair pair) {
    return ratings.ids(unit -> said(unit, pair.first()) && said(unit, pair.second()));
  }

  private List<String> differing(Pair pair) {
    ReliabilityTable table = ratings.table();
    return ratings.ids(
        unit ->
            said(unit, pair.first())
                && said(unit, pair.second())
                && table.rating(unit, pair.first()) != table.rating(unit, pair.second()));
  }

  private boolean said(int unit, int rater) {
    return ratings.table().rating(unit, rater) != ReliabilityTable.MISSING;
  }
}
