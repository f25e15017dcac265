package examen.stats.gold;

import examen.stats.ReliabilityTable;
import java.util.List;

/**
 * The model of Dawid and Skene 1979: each unit has one true category, and each rater mistakes each
 * category for others at rates of their own. Fitted by expectation and maximisation from the shares
 * of the votes, without smoothing; another start may find another optimum, and raters who are
 * mostly wrong can swap categories. It wants three raters for a unit and does not replace
 * adjudication.
 *
 * @param categories how many there are, at least 1
 * @param steps after which it stops even if it still moves
 */
public record DawidSkene(int categories, int steps) {
  /** It has settled when the log-likelihood moves by less than this, as a share of it. */
  static final double STILL = 1e-12;

  /** Stops after 10,000 steps. */
  public static DawidSkene of(int categories) {
    return new DawidSkene(categories, 10_000);
  }

  public DawidSkene {
    if (categories < 1 || steps < 1) {
      throw new IllegalArgumentException(categories + " categories, " + steps + " steps");
    }
  }

  /** The model of every rating in the table. */
  public static DawidSkeneFit fit(ReliabilityTable table) {
    return of(table.scale().size()).fit(table.units(), table.raters(), Vote.of(table));
  }

  /**
   * @param units how many there are; those without votes take no part
   * @param raters how many there are
   * @throws IndexOutOfBoundsException when a vote is of another unit, rater or category
   */
  public DawidSkeneFit fit(int units, int raters, List<Vote> votes) {
    Expectation expectation = new Expectation(units, raters, categories, votes);
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 1; step <= steps; step++) {
      expectation.maximise();
      double now = expectation.expect();
      if (Math.abs(now - before) < STILL * Math.max(1, Math.abs(now))) {
        return expectation.fit(now, step, DawidSkeneFit.End.STOOD_STILL);
      }
      before = now;
    }
    return expectation.fit(before, steps, DawidSkeneFit.End.OUT_OF_STEPS);
  }
}
