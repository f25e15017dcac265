package examen.stats.rate;

import examen.stats.Estimate;
import examen.stats.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The p of one family of tests, each adjusted for there being many. The family is all tests that
 * were computed, not those that are shown. A test whose p is undefined does not count and stays
 * undefined.
 *
 * @param p each from 0 to 1
 */
public record ManyTests(List<Result> p) {
  public ManyTests {
    p = List.copyOf(p);
  }

  /** The smallest share of false discoveries at which each is one (Benjamini and Hochberg 1995). */
  public List<Result> benjaminiHochberg() {
    double m = defined().size();
    return fromLargest(rank -> m / rank);
  }

  /** The same under any dependence (Benjamini and Yekutieli 2001). */
  public List<Result> benjaminiYekutieli() {
    int m = defined().size();
    double harmonic = IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
    return fromLargest(rank -> harmonic * m / rank);
  }

  /** Against any false finding, step by step from the smallest (Holm 1979). */
  public List<Result> holm() {
    List<Integer> order = defined();
    double[] adjusted = new double[p.size()];
    double largest = 0;
    for (int i = 0; i < order.size(); i++) {
      largest = Math.max(largest, (order.size() - i) * value(order.get(i)));
      adjusted[order.get(i)] = largest;
    }
    return results(adjusted);
  }

  /** Against any false finding, all alike. */
  public List<Result> bonferroni() {
    double m = defined().size();
    return p.stream().map(one -> one.map(value -> Math.min(1, m * value))).toList();
  }

  /**
   * @param factor by rank, from 1 for the smallest p
   */
  private List<Result> fromLargest(IntToDoubleFunction factor) {
    List<Integer> order = defined();
    double[] adjusted = new double[p.size()];
    double smallest = 1;
    for (int rank = order.size(); rank >= 1; rank--) {
      int test = order.get(rank - 1);
      smallest = Math.min(smallest, factor.applyAsDouble(rank) * value(test));
      adjusted[test] = smallest;
    }
    return results(adjusted);
  }

  private List<Result> results(double[] adjusted) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      double value = Math.min(1, adjusted[i]);
      results.add(p.get(i).map(own -> value));
    }
    return List.copyOf(results);
  }

  /** Where there is a p, the smallest first. */
  private List<Integer> defined() {
    return IntStream.range(0, p.size())
        .filter(i -> p.get(i) instanceof Estimate)
        .boxed()
        .sorted(Comparator.comparingDouble(this::value))
        .toList();
  }

  private double value(int test) {
    return p.get(test).orNaN();
  }
}
