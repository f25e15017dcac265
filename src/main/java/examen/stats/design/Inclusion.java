package examen.stats.design;

import examen.stats.rate.Root;
import java.util.Arrays;
import java.util.List;

/** Probabilities of being drawn in proportion to size, between a floor and 1. */
final class Inclusion {
  /** An item without size has this part of the largest, so that it can be drawn at all. */
  private static final double LEAST_SIZE = 1e-9;

  private Inclusion() {}

  /** For each item, all together {@code n}. */
  static double[] probabilities(List<Frame.Item> items, int n, double floor) {
    double[] sizes = sizes(items);
    double least = Math.min(floor, (double) n / sizes.length);
    if (n >= sizes.length) {
      Arrays.fill(sizes, 1);
      return sizes;
    }
    double factor = Root.boundary(0, 1 / LEAST_SIZE, f -> sum(sizes, f, least) < n);
    Arrays.setAll(sizes, i -> Math.clamp(factor * sizes[i], least, 1));
    return sizes;
  }

  private static double[] sizes(List<Frame.Item> items) {
    double largest = items.stream().mapToDouble(Frame.Item::size).max().orElse(0);
    return items.stream()
        .mapToDouble(item -> largest == 0 ? 1 : Math.max(LEAST_SIZE, item.size() / largest))
        .toArray();
  }

  private static double sum(double[] sizes, double factor, double least) {
    double sum = 0;
    for (double size : sizes) {
      sum += Math.clamp(factor * size, least, 1);
    }
    return sum;
  }
}
