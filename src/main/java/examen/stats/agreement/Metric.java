package examen.stats.agreement;

import examen.stats.Scale;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How far categories are apart in Krippendorff's alpha; squared where they are numbers. */
sealed interface Metric {
  /** The same for every table. */
  record Fixed(Distance distance) implements Metric {
    @Override
    public Distance given(long[] margins) {
      return distance;
    }
  }

  /** By how many ratings lie between them. */
  record Ordinal() implements Metric {
    @Override
    public Distance given(long[] margins) {
      double[] ranks = new double[margins.length];
      double before = 0;
      for (int category = 0; category < margins.length; category++) {
        ranks[category] = before + margins[category] / 2.0;
        before += margins[category];
      }
      return (a, b) -> squared(ranks[a] - ranks[b]);
    }
  }

  /**
   * @param margins how many ratings each category has
   */
  Distance given(long[] margins);

  static Metric of(Scale scale) {
    double[] values = scale.values().stream().mapToDouble(v -> v).toArray();
    return switch (scale.measurement()) {
      case NOMINAL -> new Fixed((a, b) -> a == b ? 0 : 1);
      case ORDINAL -> new Ordinal();
      case INTERVAL -> new Fixed((a, b) -> squared(values[a] - values[b]));
      case RATIO ->
          new Fixed(
              (a, b) ->
                  values[a] == values[b]
                      ? 0
                      : squared((values[a] - values[b]) / (values[a] + values[b])));
    };
  }

  /** Sets of labels, by their place in {@code sets}. */
  static Metric of(SetDistance distance, List<? extends Set<String>> sets) {
    double[][] between =
        IntStream.range(0, sets.size())
            .mapToObj(a -> row(distance, sets, a))
            .toArray(double[][]::new);
    return new Fixed((a, b) -> between[Math.max(a, b)][Math.min(a, b)]);
  }

  private static double[] row(SetDistance distance, List<? extends Set<String>> sets, int a) {
    return IntStream.rangeClosed(0, a)
        .mapToDouble(b -> distance.between(sets.get(a), sets.get(b)))
        .toArray();
  }

  private static double squared(double number) {
    return number * number;
  }
}
