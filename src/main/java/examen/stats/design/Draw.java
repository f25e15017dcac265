package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** One draw from a frame by a design. */
final class Draw {
  private static final String ALL = "all";

  private final Design design;
  private final Frame frame;
  private final long seed;
  private final UniformRandomProvider random;

  Draw(Design design, Frame frame, long seed) {
    this.design = design;
    this.frame = frame;
    this.seed = seed;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  Drawn simple(int n) {
    List<Frame.Item> items = shuffled(frame.items()).subList(0, n);
    Result probability = share(n, frame.size());
    return drawn(
        oneStratum(),
        items.stream().map(item -> new Drawn.Item(item.id(), ALL, probability)).toList(),
        item -> probability);
  }

  Drawn stratified(Allocation allocation, int n) {
    Map<String, List<Frame.Item>> byStratum = frame.byStratum();
    List<Stratum> strata =
        byStratum.entrySet().stream()
            .map(entry -> new Stratum(entry.getKey(), entry.getValue().size()))
            .toList();
    int[] sizes = allocation.whole(strata, n);
    List<Drawn.Item> items = new ArrayList<>();
    Map<String, Result> probabilities = new HashMap<>();
    int h = 0;
    for (Map.Entry<String, List<Frame.Item>> entry : byStratum.entrySet()) {
      int size = sizes[h++];
      Result probability = share(size, entry.getValue().size());
      probabilities.put(entry.getKey(), probability);
      for (Frame.Item item : shuffled(entry.getValue()).subList(0, size)) {
        items.add(new Drawn.Item(item.id(), entry.getKey(), probability));
      }
    }
    return drawn(strata, shuffled(items), item -> of(probabilities, item.stratum()));
  }

  Drawn unequal(int n, double floor) {
    List<Frame.Item> order = shuffled(frame.items());
    double[] p = Inclusion.probabilities(order, n, floor);
    List<Drawn.Item> items = new ArrayList<>();
    Map<String, Result> probabilities = new HashMap<>();
    double next = random.nextDouble();
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i];
      String id = order.get(i).id();
      Result probability = new Estimate(p[i]);
      probabilities.put(id, probability);
      // The last item makes up for rounding in the sum.
      boolean last = i == p.length - 1 && items.size() < n;
      if (next < sum || last) {
        next += 1;
        items.add(new Drawn.Item(id, ALL, probability));
      }
    }
    return drawn(oneStratum(), shuffled(items), item -> of(probabilities, item.id()));
  }

  Drawn top(int n) {
    List<Frame.Item> items =
        frame.items().stream()
            .sorted(Comparator.comparingDouble(Frame.Item::size).reversed())
            .limit(n)
            .toList();
    return drawn(
        oneStratum(),
        items.stream().map(item -> new Drawn.Item(item.id(), ALL, Drawn.chosen())).toList(),
        item -> Drawn.chosen());
  }

  private List<Stratum> oneStratum() {
    return List.of(new Stratum(ALL, frame.size()));
  }

  private Drawn drawn(
      List<Stratum> strata, List<Drawn.Item> items, Function<Frame.Item, Result> probability) {
    List<Result> all = frame.items().stream().map(probability).toList();
    return new Drawn(design.id(), seed, frame.hash(), strata, items, all);
  }

  private static Result of(Map<String, Result> probabilities, String name) {
    return probabilities.getOrDefault(name, Drawn.chosen());
  }

  private static Result share(int drawn, int population) {
    return Result.ratio(drawn, population, "the population is empty");
  }

  /** Every order as likely (Fisher and Yates 1938). */
  private <T> List<T> shuffled(List<T> items) {
    List<T> order = new ArrayList<>(items);
    for (int i = order.size() - 1; i > 0; i--) {
      order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
    }
    return order;
  }
}
