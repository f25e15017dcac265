package examen.stats.design;

import java.util.Arrays;
import java.util.List;

/** Probabilities of being drawn in proportion to size, between a floor and 1. */
final class Inclusion {
  private static final int STEPS = 200;

  /** An item without size has this part of the largest, so that it can be drawn at all. */
  private static final double LEAST_SIZE = 1e-9;

  private Inclusion() {}

  /** For each item, all together {@code n}. */
  static double[] probabilities(List<Frame.Item> items, int n, double floor) {
    if (items.isEmpty()) {
      return new double[0];
    }
    double largest = items.stream().mapToDouble(Frame.Item::size).max().orElse(0);
    double[] sizes =
        items.stream()
            .mapToDouble(
                item -> largest == 0 ? 1 : Math.max(LEAST_SIZE, item.size() / largest))
            .toArray();
    double least = Math.min(floor, (double) n / items.size());
    double low = 0;
    double high = 1 / LEAST_SIZE;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (Arrays.stream(clamped(sizes, middle, least)).sum() < n) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return clamped(sizes, high, least);
  }

  private static double[] clamped(double[] sizes, double factor, double least) {
    return Arrays.stream(sizes).map(size -> Math.clamp(factor * size, least, 1)).toArray();
  }
}
