package examen.stats;

import java.util.Arrays;

/**
 * A number of a set of units, each of which counts as often as is said: the form in which the
 * bootstrap and the jackknife ask for it.
 */
public interface Weighed {
  /** How many units there are. */
  int units();

  /**
   * @param weights for each unit how often it counts, from 0; not changed and not kept
   */
  Result weighted(int[] weights);

  /** The number when each unit counts once. */
  default Result each() {
    int[] ones = new int[units()];
    Arrays.fill(ones, 1);
    return weighted(ones);
  }
}
