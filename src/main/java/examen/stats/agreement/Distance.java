package examen.stats.agreement;

/** A number for each pair of categories, the same in both directions. */
@FunctionalInterface
interface Distance {
  double of(int a, int b);
}
