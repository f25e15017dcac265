package examen.stats;

/**
 * One number less another of the same units, so that both are taken from the same draws: how much
 * better people agree with each other than with a classifier, or two versions of a codebook.
 * Undefined where one of the two is.
 */
public record Difference(Weighed first, Weighed second) implements Weighed {
  public Difference {
    if (first.units() != second.units()) {
      throw new IllegalArgumentException(
          "numbers of " + first.units() + " and of " + second.units() + " units");
    }
  }

  @Override
  public int units() {
    return first.units();
  }

  @Override
  public Result weighted(int[] weights) {
    return switch (first.weighted(weights)) {
      case Estimate(double value) -> second.weighted(weights).map(other -> value - other);
      case Undefined undefined -> undefined;
    };
  }
}
