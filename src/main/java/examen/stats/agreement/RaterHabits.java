package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import java.util.Arrays;

/** How often each rater uses each category, and what two raters then agree on by chance. */
final class RaterHabits {
  private final long[][] used;
  private final long[] rated;
  private long units;
  private long paired;
  private double agreeing;

  RaterHabits(int raters, int categories) {
    used = new long[raters][categories];
    rated = new long[raters];
  }

  /**
   * @param agreeing the share of pairs of raters who agree; NaN where there is no pair
   */
  void add(int[] ratings, double agreeing, long times) {
    boolean any = false;
    for (int rater = 0; rater < ratings.length; rater++) {
      if (ratings[rater] != ReliabilityTable.MISSING) {
        used[rater][ratings[rater]] += times;
        rated[rater] += times;
        any = true;
      }
    }
    units += any ? times : 0;
    if (!Double.isNaN(agreeing)) {
      paired += times;
      this.agreeing += times * agreeing;
    }
  }

  /** How many units were rated at all. */
  long units() {
    return units;
  }

  /** How many units were rated by two or more. */
  long paired() {
    return paired;
  }

  Result kappa() {
    if (paired == 0) {
      return Reasons.NO_PAIRS;
    }
    double expected = expected();
    return isOneCategory()
        ? Reasons.NO_VARIATION
        : new Estimate((agreeing / paired - expected) / (1 - expected));
  }

  /** The parts but the standard error. */
  CorrectedAgreement parts() {
    return kappa() instanceof Estimate kappa
        ? new CorrectedAgreement(
            kappa, new Estimate(agreeing / paired), new Estimate(expected()), Reasons.FEW_UNITS, 1)
        : CorrectedAgreement.lacking(paired == 0 ? Reasons.NO_PAIRS : Reasons.NO_VARIATION);
  }

  private boolean isOneCategory() {
    long[] sums = new long[used[0].length];
    for (long[] rater : used) {
      Arrays.setAll(sums, category -> sums[category] + rater[category]);
    }
    return Arrays.stream(sums).filter(sum -> sum > 0).count() == 1;
  }

  /** The mean over pairs of raters of how likely the two choose the same. */
  double expected() {
    double sum = 0;
    for (int category = 0; category < used[0].length; category++) {
      double all = 0;
      double squares = 0;
      for (int rater = 0; rater < used.length; rater++) {
        double share = share(rater, category);
        all += share;
        squares += share * share;
      }
      sum += all * all - squares;
    }
    return sum / (active() * (active() - 1));
  }

  private double active() {
    return Arrays.stream(rated).filter(n -> n > 0).count();
  }

  private double share(int rater, int category) {
    return rated[rater] == 0 ? 0 : used[rater][category] / (double) rated[rater];
  }

  /** What a unit with these ratings says of {@link #expected()}, which is the mean over units. */
  double expectedOf(int[] ratings) {
    double sum = 0;
    for (int rater = 0; rater < used.length; rater++) {
      if (rated[rater] > 0) {
        double mean = 0;
        for (int category = 0; category < used[rater].length; category++) {
          mean += others(rater, category) * share(rater, category);
        }
        sum += mean;
        if (ratings[rater] != ReliabilityTable.MISSING) {
          sum += (others(rater, ratings[rater]) - mean) * units / rated[rater];
        }
      }
    }
    return sum / (active() * (active() - 1));
  }

  /** How often the other raters use the category, in shares of each. */
  private double others(int rater, int category) {
    double sum = 0;
    for (int other = 0; other < used.length; other++) {
      sum += other == rater ? 0 : share(other, category);
    }
    return sum;
  }
}
