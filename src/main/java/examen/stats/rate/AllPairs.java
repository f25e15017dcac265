package examen.stats.rate;

import examen.stats.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Every pair of a family of rates, such as those of all models: the difference, Fisher's p, and
 * that p adjusted for there being many (Benjamini and Hochberg 1995). The greatest rate of a family
 * is a selected one, and its own interval too hopeful: show all.
 */
public record AllPairs(List<Pair> pairs) {
  public AllPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * @param first its place in the family, from 0, before {@code second}
   * @param p of Fisher's exact test
   * @param adjusted the p of Benjamini and Hochberg over all pairs
   */
  public record Pair(int first, int second, TwoRates rates, Result p, Result adjusted) {}

  public static AllPairs of(List<Proportion> family) {
    List<Pair> raw = new ArrayList<>();
    for (int a = 0; a < family.size(); a++) {
      for (int b = a + 1; b < family.size(); b++) {
        TwoRates rates = new TwoRates(family.get(a), family.get(b));
        Result p = rates.fisher().p();
        raw.add(new Pair(a, b, rates, p, p));
      }
    }
    List<Result> adjusted = new ManyTests(raw.stream().map(Pair::p).toList()).benjaminiHochberg();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      Pair pair = raw.get(i);
      pairs.add(new Pair(pair.first, pair.second, pair.rates, pair.p, adjusted.get(i)));
    }
    return new AllPairs(pairs);
  }
}
