package examen.stats.span;

/**
 * What it costs to take two spans for the same (Mathet, Widlöcher and Métivier 2015).
 *
 * @param position how much the distance of their ends counts, by their lengths
 * @param category how much it counts that their labels differ
 * @param empty the cost of a span that has no counterpart
 */
public record Disorder(double position, double category, double empty) {
  /** All weights 1. */
  public static final Disorder PLAIN = new Disorder(1, 1, 1);

  public Disorder {
    if (!(position >= 0 && category >= 0 && empty > 0)) {
      throw new IllegalArgumentException("a weight below zero");
    }
  }

  double of(Marked one, Marked other) {
    double ends = Math.abs(one.start() - other.start()) + Math.abs(one.end() - other.end());
    double apart = ends / (one.length() + other.length());
    double labels = one.label() == other.label() ? 0 : 1;
    return empty * (position * apart * apart + category * labels);
  }

  /** A span at places that need not be whole numbers, as in a text that was drawn. */
  record Marked(int rater, double start, double end, int label) {
    double length() {
      return end - start;
    }
  }
}
