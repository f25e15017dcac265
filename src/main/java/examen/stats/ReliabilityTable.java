package examen.stats;

import java.util.Arrays;
import java.util.List;

/** What each rater said of each unit, in categories of one scale; some may have said nothing. */
public final class ReliabilityTable {
  /** Stands for a rating that is not there. */
  public static final int MISSING = -1;

  private final Scale scale;
  private final int raters;
  private final int[][] ratings;

  /**
   * @param ratings for each unit, for each rater the place of the category in the scale, or {@link
   *     #MISSING}; each unit with the same number of raters
   * @throws IllegalArgumentException when a unit has another number of raters, or a rating is not
   *     of the scale
   */
  public ReliabilityTable(Scale scale, int raters, List<int[]> ratings) {
    this.scale = scale;
    this.raters = raters;
    this.ratings = ratings.stream().map(int[]::clone).toArray(int[][]::new);
    for (int unit = 0; unit < this.ratings.length; unit++) {
      check(unit);
    }
  }

  private void check(int unit) {
    if (ratings[unit].length != raters) {
      throw new IllegalArgumentException(
          "unit " + unit + " has " + ratings[unit].length + " raters, not " + raters);
    }
    for (int rating : ratings[unit]) {
      if (rating < MISSING || rating >= scale.size()) {
        throw new IllegalArgumentException("unit " + unit + " has rating " + rating);
      }
    }
  }

  public Scale scale() {
    return scale;
  }

  public int units() {
    return ratings.length;
  }

  public int raters() {
    return raters;
  }

  /** The place of the category in the scale, or {@link #MISSING}. */
  public int rating(int unit, int rater) {
    return ratings[unit][rater];
  }

  /** How many raters put the unit into each category of the scale. */
  public int[] counts(int unit) {
    int[] counts = new int[scale.size()];
    for (int rating : ratings[unit]) {
      if (rating != MISSING) {
        counts[rating]++;
      }
    }
    return counts;
  }

  /** How many raters said something of the unit. */
  public int ratingsOf(int unit) {
    int n = 0;
    for (int rating : ratings[unit]) {
      if (rating != MISSING) {
        n++;
      }
    }
    return n;
  }

  /** The same units with these raters only, in this order. */
  public ReliabilityTable of(int... kept) {
    return new ReliabilityTable(
        scale,
        kept.length,
        Arrays.stream(ratings)
            .map(unit -> Arrays.stream(kept).map(rater -> unit[rater]).toArray())
            .toList());
  }
}
