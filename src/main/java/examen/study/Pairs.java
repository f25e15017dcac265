package examen.study;

import examen.report.Cell;
import examen.report.Table;
import examen.stats.Result;
import examen.stats.rate.AllPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every pair of a family of slices, with the p of each adjusted over all pairs. */
record Pairs(List<Slice> family, List<Contrasted> all, List<Result> adjusted) {
  static Pairs of(List<Slice> family) {
    List<Contrasted> all = new ArrayList<>();
    List<Result> adjusted = new ArrayList<>();
    for (AllPairs.Pair pair : AllPairs.of(family.stream().map(Slice::share).toList()).pairs()) {
      Slice first = family.get(pair.first());
      Slice second = family.get(pair.second());
      all.add(new Contrasted(first.label(), first, second.label(), second));
      adjusted.add(pair.adjusted());
    }
    return new Pairs(family, all, adjusted);
  }

  /** Those that are wanted; each p is adjusted over all of them nevertheless. */
  Table table(Predicate<Contrasted> wanted, double confidence) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        rows.add(all.get(i).cells(Contrasted.Width.SHORT, confidence, adjusted.get(i)));
      }
    }
    return new Table(
        "pairs",
        "Differences",
        Contrasted.columns(Contrasted.Width.SHORT, confidence),
        rows,
        List.of(
            "BH p: over all pairs (%,d), of which are shown: %,d."
                .formatted(all.size(), rows.size())));
  }
}
