package examen.stats.agreement;

import java.util.Arrays;

/**
 * How many ratings a unit has in each category that it has any in.
 *
 * @param categories each once, the least first
 * @param counts beside them, each at least 1
 * @param ratings how many in all
 */
@SuppressWarnings("ArrayRecordComponent") // made once for a table and never compared
record Counted(int[] categories, int[] counts, int ratings) {
  /**
   * @param said ratings, sorted
   */
  static Counted of(int[] said) {
    int[] categories = Arrays.stream(said).distinct().toArray();
    int[] counts = new int[categories.length];
    int at = 0;
    for (int rating : said) {
      at += rating == categories[at] ? 0 : 1;
      counts[at]++;
    }
    return new Counted(categories, counts, said.length);
  }

  boolean hasPairs() {
    return ratings >= 2;
  }

  /** The sum of what {@code between} gives for each ordered pair of ratings of two raters. */
  double pairs(Distance between) {
    double sum = 0;
    for (int a = 0; a < categories.length; a++) {
      sum += counts[a] * (counts[a] - 1.0) * between.of(categories[a], categories[a]);
      for (int b = 0; b < a; b++) {
        sum += 2.0 * counts[a] * counts[b] * between.of(categories[a], categories[b]);
      }
    }
    return sum;
  }

  /** The mean of {@code values} over the ratings. */
  double mean(double[] values) {
    double sum = 0;
    for (int i = 0; i < categories.length; i++) {
      sum += counts[i] * values[categories[i]];
    }
    return sum / ratings;
  }
}
