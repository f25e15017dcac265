package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Weighed;
import java.util.List;

/** Krippendorff's alpha of weighed units: one less observed over expected disagreement. */
final class Alpha implements Weighed {
  private final Patterns patterns;
  private final List<Counted> counted;
  private final int categories;
  private final Metric metric;
  private final double[] within;

  Alpha(Patterns patterns, int categories, Metric metric) {
    this.patterns = patterns;
    this.counted = patterns.rows().stream().map(Counted::of).toList();
    this.categories = categories;
    this.metric = metric;
    this.within =
        metric instanceof Metric.Fixed(Distance distance) ? within(distance) : new double[0];
  }

  @Override
  public int units() {
    return patterns.units();
  }

  @Override
  public Result weighted(int[] weights) {
    Disagreement found = disagreement(patterns.weigh(weights));
    if (found.pairable() == 0) {
      return Reasons.NO_PAIRS;
    }
    return found.expected() == 0
        ? Reasons.NO_VARIATION
        : new Estimate(1 - (found.pairable() - 1) * found.observed() / found.expected());
  }

  /**
   * @param observed the sum of distances in units, each unit's by its ratings less one
   * @param expected the sum of distances of all ordered pairs of pairable ratings
   * @param pairable how many ratings have another of the same unit
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Disagreement(double observed, double expected, long[] margins, long pairable) {}

  Disagreement disagreement(long[] weights) {
    long[] margins = new long[categories];
    long pairable = 0;
    for (int pattern = 0; pattern < weights.length; pattern++) {
      Counted unit = counted.get(pattern);
      if (unit.hasPairs() && weights[pattern] > 0) {
        pairable += weights[pattern] * unit.ratings();
        for (int i = 0; i < unit.categories().length; i++) {
          margins[unit.categories()[i]] += weights[pattern] * unit.counts()[i];
        }
      }
    }
    Distance distance = metric.given(margins);
    return new Disagreement(
        observed(weights, distance), expected(margins, distance), margins, pairable);
  }

  private double observed(long[] weights, Distance distance) {
    double[] each = within.length == 0 ? within(distance) : within;
    double sum = 0;
    for (int pattern = 0; pattern < weights.length; pattern++) {
      sum += weights[pattern] * each[pattern];
    }
    return sum;
  }

  /** The disagreement of each pattern; 0 where nothing can be paired. */
  double[] within(Distance distance) {
    return counted.stream()
        .mapToDouble(unit -> unit.hasPairs() ? unit.pairs(distance) / (unit.ratings() - 1) : 0)
        .toArray();
  }

  private static double expected(long[] margins, Distance distance) {
    double sum = 0;
    for (int a = 0; a < margins.length; a++) {
      if (margins[a] > 0) {
        for (int b = 0; b < a; b++) {
          sum += 2.0 * margins[a] * margins[b] * distance.of(a, b);
        }
      }
    }
    return sum;
  }

  Patterns patterns() {
    return patterns;
  }

  List<Counted> counted() {
    return counted;
  }

  Metric metric() {
    return metric;
  }
}
