package examen.stats.audit;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Statistic;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.List;

/**
 * The classifier as one more rater: its agreement with each human less that of the humans with each
 * other, on the same units (after Calderon, Reichart and Dror 2025). The interval is that of the
 * difference, units being drawn again; two intervals of the two agreements say less. Undefined when
 * no human and the classifier, or no two humans, have a number, and in a draw in which one of the
 * pairs has none.
 */
public final class ClassifierAsRater {
  private final int units;
  private final List<Weighed> withClassifier = new ArrayList<>();
  private final List<Weighed> amongHumans = new ArrayList<>();
  private int leftOut;

  /**
   * @param coefficient of agreement of two raters
   * @param table what all said of the units, the classifier among them
   * @param classifier its place among the raters
   */
  public ClassifierAsRater(Statistic coefficient, ReliabilityTable table, int classifier) {
    this.units = table.units();
    for (int one = 0; one < table.raters(); one++) {
      for (int other = one + 1; other < table.raters(); other++) {
        boolean isMachine = one == classifier || other == classifier;
        add(coefficient.on(table.of(one, other)), isMachine ? withClassifier : amongHumans);
      }
    }
  }

  /** A pair without a number, as of raters who share no unit, tells nothing. */
  private void add(Weighed pair, List<Weighed> pairs) {
    if (pair.each() instanceof Undefined) {
      leftOut++;
    } else {
      pairs.add(pair);
    }
  }

  /** How many pairs have no number and are left out. */
  public int leftOut() {
    return leftOut;
  }

  /** The mean agreement of the classifier with a human. */
  public Weighed withClassifier() {
    return weighed(weights -> mean(withClassifier, weights));
  }

  /** The mean agreement of two humans. */
  public Weighed amongHumans() {
    return weighed(weights -> mean(amongHumans, weights));
  }

  /** Above 0 when the classifier agrees with humans better than they do with each other. */
  public Weighed difference() {
    return weighed(
        weights ->
            switch (mean(amongHumans, weights)) {
              case Undefined undefined -> undefined;
              case Estimate(double humans) ->
                  mean(withClassifier, weights).map(machine -> machine - humans);
            });
  }

  private static Result mean(List<Weighed> pairs, int[] weights) {
    double sum = 0;
    for (Weighed pair : pairs) {
      Result one = pair.weighted(weights);
      if (one instanceof Undefined) {
        return one;
      }
      sum += one.orNaN();
    }
    return Result.ratio(sum, pairs.size(), "no pair of raters has a number");
  }

  /** A number of weights of the units. */
  private interface Measure {
    Result of(int[] weights);
  }

  private Weighed weighed(Measure measure) {
    return new Weighed() {
      @Override
      public int units() {
        return units;
      }

      @Override
      public Result weighted(int[] weights) {
        return measure.of(weights);
      }
    };
  }
}
