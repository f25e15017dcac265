package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Units that were rated the same, taken together: there are far fewer ways to rate a unit than
 * units, so a draw of the bootstrap adds up weights and then looks at each way once.
 */
final class Patterns {
  private final int[] patternOf;
  private final List<int[]> rows;

  private Patterns(int[] patternOf, List<int[]> rows) {
    this.patternOf = patternOf;
    this.rows = rows;
  }

  /**
   * @param row what counts of a unit; units with equal rows are one pattern
   */
  static Patterns of(int units, IntFunction<int[]> row) {
    Map<List<Integer>, Integer> known = new HashMap<>();
    List<int[]> rows = new ArrayList<>();
    int[] patternOf = new int[units];
    for (int unit = 0; unit < units; unit++) {
      int[] own = row.apply(unit);
      Integer pattern = known.putIfAbsent(Arrays.stream(own).boxed().toList(), rows.size());
      if (pattern == null) {
        pattern = rows.size();
        rows.add(own);
      }
      patternOf[unit] = pattern;
    }
    return new Patterns(patternOf, rows);
  }

  /** Units are the same when each rater said the same of them. */
  static Patterns byRater(ReliabilityTable table) {
    return of(table.units(), unit -> ratings(table, unit));
  }

  /** Units are the same when as many raters put them into each category. */
  static Patterns byCategory(ReliabilityTable table) {
    return of(table.units(), unit -> said(ratings(table, unit)));
  }

  private static int[] ratings(ReliabilityTable table, int unit) {
    int[] ratings = new int[table.raters()];
    Arrays.setAll(ratings, rater -> table.rating(unit, rater));
    return ratings;
  }

  /** The ratings that are there, sorted. */
  static int[] said(int[] ratings) {
    return Arrays.stream(ratings)
        .filter(rating -> rating != ReliabilityTable.MISSING)
        .sorted()
        .toArray();
  }

  int units() {
    return patternOf.length;
  }

  /** Each way in which some unit was rated. */
  List<int[]> rows() {
    return rows;
  }

  /** How often each pattern counts. */
  long[] weigh(int[] weights) {
    long[] sums = new long[rows.size()];
    for (int unit = 0; unit < patternOf.length; unit++) {
      sums[patternOf[unit]] += weights[unit];
    }
    return sums;
  }

  /** How many units each pattern has. */
  long[] sizes() {
    int[] ones = new int[patternOf.length];
    Arrays.fill(ones, 1);
    return weigh(ones);
  }
}
