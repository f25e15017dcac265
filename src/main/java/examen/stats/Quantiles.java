package examen.stats;

/** Quantiles of a sample. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Linear between the two neighbours, type 7 of Hyndman and Fan 1996 (as R and NumPy do).
   *
   * @param sorted at least one number, the smallest first
   * @param p from 0 to 1
   */
  public static double of(double[] sorted, double p) {
    double at = (sorted.length - 1) * p;
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    if (at == below || sorted[below] == sorted[above]) {
      return sorted[below]; // infinite numbers have no number between them
    }
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
