package examen.stats.audit;

import examen.stats.Result;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The three ways to make one number of many categories or tags (Sebastiani 2002, section 7.1):
 * micro pools the counts, macro is the plain mean, weighted is the mean by the number of cases.
 * Which of them is shown is always named.
 *
 * @param each the counts of each category or tag against all others
 */
public record Averages(List<Confusion> each) {
  public Averages {
    each = List.copyOf(each);
  }

  /** All counts together. */
  public Confusion micro() {
    return each.stream().reduce(new Confusion(0, 0, 0, 0), Confusion::plus);
  }

  public Averaged macro(Function<Confusion, Result> measure) {
    double[] ones = new double[each.size()];
    Arrays.fill(ones, 1);
    return Averaged.of(each.stream().map(measure).toList(), ones);
  }

  /** Each counts by how many cases it has; undefined when none has a case. */
  public Averaged weighted(Function<Confusion, Result> measure) {
    return Averaged.of(
        each.stream().map(measure).toList(),
        each.stream().mapToDouble(Confusion::positives).toArray());
  }
}
