package examen.stats.design;

/**
 * A part of the population from which items are drawn by themselves, such as what a classifier
 * flagged.
 *
 * @param population how many items it has, from 0
 */
public record Stratum(String name, long population) {
  public Stratum {
    if (population < 0) {
      throw new IllegalArgumentException("a stratum of " + population + " items");
    }
  }
}
