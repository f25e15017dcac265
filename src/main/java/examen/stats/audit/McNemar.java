package examen.stats.audit;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Two classifiers, or two versions of one, on the same units (McNemar 1947; exact and mid-p as in
 * Fagerland, Lydersen and Laake 2013), with the difference of the two shares and its interval
 * (Newcombe 1998c, method 10). Only the units on which they differ tell. Chi-square is undefined
 * when there is none; the difference when there is no unit.
 *
 * @param both units for which both are positive, or right
 * @param first units for which only the first is
 * @param second units for which only the second is
 * @param neither units for which none is
 */
public record McNemar(long both, long first, long second, long neither) {
  private static final Undefined NO_DIFFERENCE = new Undefined("they differ on no unit");
  private static final Undefined NO_UNIT = new Undefined("n = 0");

  public McNemar {
    if (Math.min(Math.min(both, first), Math.min(second, neither)) < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
  }

  /** Whether each of two was right, for each of the same units. */
  public static McNemar of(boolean[] first, boolean[] second) {
    Confusion pairs = Confusion.of(first, second);
    return new McNemar(pairs.tp(), pairs.fn(), pairs.fp(), pairs.tn());
  }

  public long total() {
    return both + first + second + neither;
  }

  /** Two-sided; 1 when they differ on no unit. */
  public double exactP() {
    return Math.min(1, 2 * atMost());
  }

  /** The exact one less half of the probability of what was seen, doubled; the one to show. */
  public double midP() {
    long differing = first + second;
    if (differing == 0) {
      return 1;
    }
    double seen = halves(differing).probability((int) Math.min(first, second));
    return Math.min(1, 2 * atMost() - seen);
  }

  public Result chiSquare() {
    return chiSquare((double) Math.abs(first - second));
  }

  public Result chiSquareP() {
    return chiSquare().map(McNemar::p);
  }

  /** Corrected for continuity (Edwards 1948); never below 0. */
  public Result correctedChiSquare() {
    return chiSquare((double) Math.max(0, Math.abs(first - second) - 1));
  }

  public Result correctedChiSquareP() {
    return correctedChiSquare().map(McNemar::p);
  }

  /** The share of the first less that of the second. */
  public Result difference() {
    return Result.ratio((double) (first - second), (double) total(), NO_UNIT.reason());
  }

  /** The interval of the difference (Newcombe 1998c, method 10). */
  public Bounds newcombe(double confidence) {
    Bounds ofFirst = new Proportion(both + first, total()).wilson(confidence);
    Bounds ofSecond = new Proportion(both + second, total()).wilson(confidence);
    if (ofFirst instanceof Interval one && ofSecond instanceof Interval other) {
      return newcombe(one, other);
    }
    return NO_UNIT;
  }

  private Interval newcombe(Interval ofFirst, Interval ofSecond) {
    double p1 = (double) (both + first) / total();
    double p2 = (double) (both + second) / total();
    double phi = phi();
    double below = apart(p1 - ofFirst.low(), ofSecond.high() - p2, phi);
    double above = apart(ofFirst.high() - p1, p2 - ofSecond.low(), phi);
    double difference = (double) (first - second) / total();
    return new Interval(
        Math.max(-1, difference - below),
        Math.min(1, difference + above),
        ofFirst.confidence(),
        "Newcombe, paired");
  }

  private static double apart(double one, double other, double phi) {
    return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  }

  /** The correlation of the two, corrected for continuity where it is positive. */
  private double phi() {
    double margins =
        Math.sqrt((double) (both + first) * (second + neither))
            * Math.sqrt((double) (both + second) * (first + neither));
    double product = (double) both * neither - (double) first * second;
    if (margins == 0) {
      return 0;
    }
    return (product > 0 ? Math.max(0, product - total() / 2.0) : product) / margins;
  }

  private Result chiSquare(double apart) {
    long differing = first + second;
    return differing == 0 ? NO_DIFFERENCE : new Estimate(apart * apart / differing);
  }

  private static double p(double chiSquare) {
    return Normal.twoSided(Math.sqrt(chiSquare));
  }

  private double atMost() {
    long differing = first + second;
    return differing == 0
        ? 1
        : halves(differing).cumulativeProbability((int) Math.min(first, second));
  }

  private static BinomialDistribution halves(long trials) {
    return BinomialDistribution.of(Math.toIntExact(trials), 0.5);
  }
}
