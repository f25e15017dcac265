package examen.stats.audit;

import examen.stats.Estimate;
import examen.stats.Result;
import java.util.List;

/**
 * A mean over categories or tags of those that have such a number.
 *
 * @param mean undefined when none has
 * @param over how many it is the mean of
 * @param leftOut how many have no such number; other programs count them as 0
 */
public record Averaged(Result mean, int over, int leftOut) {
  /**
   * @param weights as many as {@code each}
   */
  static Averaged of(List<Result> each, double[] weights) {
    double sum = 0;
    double weight = 0;
    int over = 0;
    for (int i = 0; i < each.size(); i++) {
      if (each.get(i) instanceof Estimate(double value)) {
        sum += weights[i] * value;
        weight += weights[i];
        over++;
      }
    }
    return new Averaged(
        Result.ratio(sum, weight, "undefined for each of " + each.size()),
        over,
        each.size() - over);
  }
}
