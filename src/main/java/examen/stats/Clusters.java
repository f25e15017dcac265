package examen.stats;

import java.util.Arrays;

/** Which units are drawn together: all samples of one prompt, or each unit alone. */
public final class Clusters {
  private final int[] clusterOf;
  private final int count;

  private Clusters(int[] clusterOf, int count) {
    this.clusterOf = clusterOf;
    this.count = count;
  }

  /** Each unit is drawn by itself. */
  public static Clusters none(int units) {
    int[] own = new int[units];
    Arrays.setAll(own, i -> i);
    return new Clusters(own, units);
  }

  /**
   * @param clusterOf for each unit the number of its cluster, from 0
   */
  public static Clusters of(int[] clusterOf) {
    return new Clusters(clusterOf.clone(), Arrays.stream(clusterOf).max().orElse(-1) + 1);
  }

  public int count() {
    return count;
  }

  public int units() {
    return clusterOf.length;
  }

  /** Gives each unit in {@code weights} as often as its cluster was drawn. */
  void weigh(int[] drawn, int[] weights) {
    for (int unit = 0; unit < clusterOf.length; unit++) {
      weights[unit] = drawn[clusterOf[unit]];
    }
  }
}
