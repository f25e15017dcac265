package examen.stats.audit;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import examen.stats.rate.Normal;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Units with gold and a score that is higher the surer the classifier is: the area under the curve
 * (Hanley and McNeil 1982, ties count half) with the interval of DeLong, DeLong and Clarke-Pearson
 * (1988), average precision, and what comes of each threshold. Both areas are undefined when the
 * gold has one class only, the interval also when a class has one unit only. A threshold that was
 * chosen on these units looks better here than it will elsewhere.
 */
public final class Scored {
  private static final Undefined ONE_CLASS = new Undefined("one class only");

  private final boolean[] gold;
  private final double[] scores;
  private final int[] falling;
  private final int positives;
  private final double[] placements;

  /**
   * @param gold what is so
   * @param scores as many; not NaN
   */
  public Scored(boolean[] gold, double[] scores) {
    if (gold.length != scores.length) {
      throw new IllegalArgumentException(gold.length + " units, " + scores.length + " scores");
    }
    for (double score : scores) {
      if (Double.isNaN(score)) {
        throw new IllegalArgumentException("a score that is no number");
      }
    }
    this.gold = gold.clone();
    this.scores = scores.clone();
    this.falling = falling(scores);
    this.positives = (int) IntStream.range(0, gold.length).filter(i -> gold[i]).count();
    this.placements = placements();
  }

  private static int[] falling(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  public int units() {
    return gold.length;
  }

  /** The share of cases: what average precision is for scores that tell nothing. */
  public Proportion prevalence() {
    return new Proportion(positives, gold.length);
  }

  /** Each score that was given as a threshold, the highest first. */
  public List<Threshold> sweep() {
    List<Threshold> sweep = new ArrayList<>();
    long tp = 0;
    for (int i = 0; i < falling.length; i++) {
      tp += gold[falling[i]] ? 1 : 0;
      if (i + 1 == falling.length || differ(i, i + 1)) {
        long fp = i + 1 - tp;
        sweep.add(
            new Threshold(
                scores[falling[i]] + 0.0, new Confusion(tp, fp, positives - tp, negatives() - fp)));
      }
    }
    return sweep;
  }

  /** The threshold with the largest Youden's J; the highest of several; none with one class. */
  public Optional<Threshold> youden() {
    long best = Long.MIN_VALUE;
    Optional<Threshold> at = Optional.empty();
    for (Threshold one : hasOneClass() ? List.<Threshold>of() : sweep()) {
      long j = one.confusion().tp() * negatives() - one.confusion().fp() * positives;
      if (j > best) {
        best = j;
        at = Optional.of(one);
      }
    }
    return at;
  }

  /** The threshold with the largest F1; the highest of several; none without a case. */
  public Optional<Threshold> bestF1() {
    Optional<Threshold> best = Optional.empty();
    for (Threshold one : positives == 0 ? List.<Threshold>of() : sweep()) {
      if (best.isEmpty() || hasMoreF1(one.confusion(), best.get().confusion())) {
        best = Optional.of(one);
      }
    }
    return best;
  }

  /** In whole numbers, so that equal ones are equal. */
  private static boolean hasMoreF1(Confusion one, Confusion other) {
    return one.tp() * (other.labelled() + other.positives())
        > other.tp() * (one.labelled() + one.positives());
  }

  /** The probability that a case has a higher score than a unit that is none. */
  public Result auc() {
    return hasOneClass() ? ONE_CLASS : new Estimate(meanOf(placements, true));
  }

  /** The mean precision over the steps of recall, without interpolation. */
  public Result averagePrecision() {
    if (hasOneClass()) {
      return ONE_CLASS;
    }
    double sum = 0;
    long before = 0;
    for (Threshold one : sweep()) {
      Confusion at = one.confusion();
      sum += (double) (at.tp() - before) * at.tp() / at.labelled();
      before = at.tp();
    }
    return new Estimate(sum / positives);
  }

  /** The same for bootstrap and jackknife; a draw with one class only has none. */
  public Weighed weighedAveragePrecision() {
    boolean[] cases = new boolean[falling.length];
    boolean[] ends = new boolean[falling.length];
    for (int i = 0; i < falling.length; i++) {
      cases[i] = gold[falling[i]];
      ends[i] = i + 1 == falling.length || differ(i, i + 1);
    }
    return new Weighed() {
      @Override
      public int units() {
        return falling.length;
      }

      @Override
      public Result weighted(int[] weights) {
        return averagePrecision(weights, cases, ends);
      }
    };
  }

  /**
   * @param cases by falling score
   * @param ends where a score differs from the next
   */
  private Result averagePrecision(int[] weights, boolean[] cases, boolean[] ends) {
    double sum = 0;
    long all = 0;
    long caught = 0;
    long before = 0;
    for (int i = 0; i < falling.length; i++) {
      int weight = weights[falling[i]];
      all += weight;
      caught += cases[i] ? weight : 0;
      if (ends[i] && caught > before) {
        sum += (double) (caught - before) * caught / all;
        before = caught;
      }
    }
    return caught == 0 || caught == all ? ONE_CLASS : new Estimate(sum / caught);
  }

  /** Of the area under the curve (DeLong, DeLong and Clarke-Pearson 1988). */
  public Result variance() {
    return variance(placements);
  }

  /** The interval of the area, cut at 0 and 1; it has no width where the classes do not mix. */
  public Bounds delong(double confidence) {
    return interval(auc(), variance(), confidence, 0);
  }

  /**
   * This area less that of other scores of the same units, with the same gold.
   *
   * @throws IllegalArgumentException when the gold is another
   */
  public Result less(Scored other) {
    checkGold(other);
    return auc().map(area -> area - other.auc().orNaN());
  }

  /** The interval of {@link #less}, both areas being of the same units (DeLong et al. 1988). */
  public Bounds delong(Scored other, double confidence) {
    checkGold(other);
    double[] apart = new double[gold.length];
    for (int unit = 0; unit < apart.length; unit++) {
      apart[unit] = placements[unit] - other.placements[unit];
    }
    return interval(less(other), variance(apart), confidence, -1);
  }

  private void checkGold(Scored other) {
    if (!Arrays.equals(gold, other.gold)) {
      throw new IllegalArgumentException("scores of other units");
    }
  }

  private static Bounds interval(Result value, Result variance, double confidence, double least) {
    if (value instanceof Undefined undefined) {
      return undefined;
    }
    if (variance instanceof Undefined undefined) {
      return undefined;
    }
    double width = Normal.z(confidence) * Math.sqrt(variance.orNaN());
    return new Interval(
        Math.max(least, value.orNaN() - width),
        Math.min(1, value.orNaN() + width),
        confidence,
        "DeLong");
  }

  private Result variance(double[] placed) {
    if (hasOneClass()) {
      return ONE_CLASS;
    }
    if (Math.min(positives, negatives()) < 2) {
      return new Undefined("fewer than two units of a class");
    }
    return new Estimate(varianceOfMean(placed, true) + varianceOfMean(placed, false));
  }

  private double varianceOfMean(double[] placed, boolean positive) {
    double mean = meanOf(placed, positive);
    int n = positive ? positives : negatives();
    double sum = 0;
    for (int unit = 0; unit < placed.length; unit++) {
      if (gold[unit] == positive) {
        sum += (placed[unit] - mean) * (placed[unit] - mean);
      }
    }
    return sum / (n - 1) / n;
  }

  private double meanOf(double[] placed, boolean positive) {
    double sum = 0;
    for (int unit = 0; unit < placed.length; unit++) {
      sum += gold[unit] == positive ? placed[unit] : 0;
    }
    return sum / (positive ? positives : negatives());
  }

  /** For each unit, the share of the other class that it is on the right side of. */
  private double[] placements() {
    double[] placed = new double[gold.length];
    long above = 0;
    for (int from = 0, to; from < falling.length; from = to) {
      to = from + 1;
      while (to < falling.length && !differ(from, to)) {
        to++;
      }
      long cases = casesBetween(from, to);
      double casesAtLeast = above + cases / 2.0;
      double othersBelow = negatives() - (from - above) - (to - from - cases) / 2.0;
      for (int i = from; i < to; i++) {
        placed[falling[i]] =
            gold[falling[i]] ? othersBelow / negatives() : casesAtLeast / positives;
      }
      above += cases;
    }
    return placed;
  }

  private long casesBetween(int from, int to) {
    return IntStream.range(from, to).filter(i -> gold[falling[i]]).count();
  }

  private boolean differ(int one, int other) {
    return scores[falling[one]] != scores[falling[other]];
  }

  private int negatives() {
    return gold.length - positives;
  }

  private boolean hasOneClass() {
    return positives == 0 || negatives() == 0;
  }
}
