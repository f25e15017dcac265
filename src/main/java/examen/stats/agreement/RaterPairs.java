package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * A coefficient for each two raters: who differs from the others. Undefined for two who rated
 * nothing in common.
 *
 * @param pairs each two raters once, by the first and then the second
 */
public record RaterPairs(List<Pair> pairs) {
  /**
   * @param first the place of a rater in the table
   * @param second of another, larger than {@code first}
   * @param units how many units both rated
   */
  public record Pair(int first, int second, int units, Result value) {}

  public RaterPairs {
    pairs = List.copyOf(pairs);
  }

  public static RaterPairs of(Statistic statistic, ReliabilityTable table) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 0; first < table.raters(); first++) {
      for (int second = first + 1; second < table.raters(); second++) {
        ReliabilityTable two = table.of(first, second);
        int units = Extent.of(two).paired();
        Result value = units == 0 ? CohenKappa.NO_UNITS : statistic.of(two);
        pairs.add(new Pair(first, second, units, value));
      }
    }
    return new RaterPairs(pairs);
  }
}
