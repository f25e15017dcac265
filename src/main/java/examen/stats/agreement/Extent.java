package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Result;

/**
 * How much was rated: told beside every coefficient.
 *
 * @param units all of them
 * @param raters who rated something
 * @param ratings that are there
 * @param possible how many there would be if each of these raters had rated each unit
 * @param rated units with a rating
 * @param paired units with two ratings or more; only they say how far raters agree
 * @param complete units that every rater of the table rated
 * @param pairable ratings that have another of the same unit
 */
public record Extent(
    int units,
    int raters,
    long ratings,
    long possible,
    int rated,
    int paired,
    int complete,
    long pairable) {

  public static Extent of(ReliabilityTable table) {
    boolean[] active = new boolean[table.raters()];
    long ratings = 0;
    long pairable = 0;
    int rated = 0;
    int paired = 0;
    int complete = 0;
    for (int unit = 0; unit < table.units(); unit++) {
      int own = see(table, unit, active);
      ratings += own;
      pairable += own >= 2 ? own : 0;
      rated += own >= 1 ? 1 : 0;
      paired += own >= 2 ? 1 : 0;
      complete += own >= 1 && own == table.raters() ? 1 : 0;
    }
    int raters = 0;
    for (boolean one : active) {
      raters += one ? 1 : 0;
    }
    long possible = (long) raters * table.units();
    return new Extent(table.units(), raters, ratings, possible, rated, paired, complete, pairable);
  }

  private static int see(ReliabilityTable table, int unit, boolean[] active) {
    int own = 0;
    for (int rater = 0; rater < active.length; rater++) {
      if (table.rating(unit, rater) != ReliabilityTable.MISSING) {
        active[rater] = true;
        own++;
      }
    }
    return own;
  }

  /** Units that say nothing of agreement, because fewer than two raters rated them. */
  public int leftOut() {
    return units - paired;
  }

  /** The share of ratings that these raters did not give; undefined where nobody rated. */
  public Result missing() {
    double all = possible;
    return Result.ratio(all - ratings, all, "nothing was rated");
  }
}
