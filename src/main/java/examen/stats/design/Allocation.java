package examen.stats.design;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the items of a sample are given to strata: in proportion to their size, to all alike, or more
 * to those that vary more (Neyman 1934).
 */
public sealed interface Allocation {
  /** By which files know it. */
  String id();

  /** The parts of the sample before they are whole numbers, in any unit. */
  double[] parts(List<Stratum> strata);

  /** As many of each hundred from every stratum. */
  record Proportional() implements Allocation {
    @Override
    public String id() {
      return "proportional";
    }

    @Override
    public double[] parts(List<Stratum> strata) {
      return strata.stream().mapToDouble(Stratum::population).toArray();
    }
  }

  /** As many from every stratum. */
  record Equal() implements Allocation {
    @Override
    public String id() {
      return "equal";
    }

    @Override
    public double[] parts(List<Stratum> strata) {
      return strata.stream().mapToDouble(s -> s.population() == 0 ? 0 : 1).toArray();
    }
  }

  /**
   * In proportion to size times spread.
   *
   * @param rates what is expected of each stratum by name, from 0 to 1; 0.5 where nothing is said
   */
  record Neyman(Map<String, Double> rates) implements Allocation {
    public Neyman {
      rates = Map.copyOf(rates);
    }

    @Override
    public String id() {
      return "neyman";
    }

    @Override
    public double[] parts(List<Stratum> strata) {
      return strata.stream().mapToDouble(s -> s.population() * spread(s)).toArray();
    }

    private double spread(Stratum stratum) {
      double rate = rates.getOrDefault(stratum.name(), 0.5);
      return Math.sqrt(rate * (1 - rate));
    }
  }

  /** {@code n} items in these parts, not rounded. */
  default double[] exact(List<Stratum> strata, long n) {
    double[] parts = parts(strata);
    double all = Arrays.stream(parts).sum();
    double[] used = all > 0 ? parts : new Proportional().parts(strata);
    double sum = Math.max(Double.MIN_NORMAL, Arrays.stream(used).sum());
    return Arrays.stream(used).map(part -> part / sum * n).toArray();
  }

  /**
   * The same in whole items: never more than a stratum has, and two of each where {@code n} allows,
   * for a stratum with one has no variance and one with none says nothing of the population.
   */
  default int[] whole(List<Stratum> strata, int n) {
    double[] exact = exact(strata, n);
    int[] given = atLeast(strata, n);
    for (int h = 0; h < given.length; h++) {
      given[h] = (int) Math.min(strata.get(h).population(), Math.max(given[h], (int) exact[h]));
    }
    adjust(strata, exact, given, n);
    return given;
  }

  private static int[] atLeast(List<Stratum> strata, int n) {
    long two = strata.stream().mapToLong(s -> Math.min(2, s.population())).sum();
    return strata.stream()
        .mapToInt(s -> (int) (two <= n ? Math.min(2, s.population()) : 0))
        .toArray();
  }

  private static void adjust(List<Stratum> strata, double[] exact, int[] given, int n) {
    int[] least = atLeast(strata, n);
    for (int sum = Arrays.stream(given).sum(); sum != n; sum += Integer.signum(n - sum)) {
      int step = Integer.signum(n - sum);
      int best = -1;
      for (int h = 0; h < given.length; h++) {
        boolean open = step > 0 ? given[h] < strata.get(h).population() : given[h] > least[h];
        boolean better =
            best < 0 || step * (exact[h] - given[h]) > step * (exact[best] - given[best]);
        best = open && better ? h : best;
      }
      if (best < 0) {
        return;
      }
      given[best] += step;
    }
  }

  /**
   * The standard error of a rate that such a sample will have, without replacement.
   *
   * @param rates what is expected of each stratum
   * @param drawn how many of each, above 0 where the stratum has items
   */
  static double expectedError(List<Stratum> strata, double[] rates, double[] drawn) {
    double all = strata.stream().mapToDouble(Stratum::population).sum();
    double variance = 0;
    for (int h = 0; h < rates.length; h++) {
      double size = strata.get(h).population();
      double share = size / all;
      variance +=
          size == 0
              ? 0
              : share * share * rates[h] * (1 - rates[h]) / drawn[h] * (1 - drawn[h] / size);
    }
    return Math.sqrt(variance);
  }
}
