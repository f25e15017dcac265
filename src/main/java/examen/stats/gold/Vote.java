package examen.stats.gold;

import examen.stats.ReliabilityTable;
import java.util.ArrayList;
import java.util.List;

/**
 * One rater said once what a unit is; a rater may say it several times.
 *
 * @param unit from 0
 * @param rater from 0
 * @param category from 0, its place in the scale
 */
public record Vote(int unit, int rater, int category) {
  /** Every rating that is in the table. */
  public static List<Vote> of(ReliabilityTable table) {
    List<Vote> votes = new ArrayList<>();
    for (int unit = 0; unit < table.units(); unit++) {
      for (int rater = 0; rater < table.raters(); rater++) {
        int category = table.rating(unit, rater);
        if (category != ReliabilityTable.MISSING) {
          votes.add(new Vote(unit, rater, category));
        }
      }
    }
    return votes;
  }
}
