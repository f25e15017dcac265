package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact test with fixed margins (Fisher 1935; over strata Gart 1970), its two-sided p by the
 * probability of tables, as R orders them, and the conditional odds ratio (Cornfield 1956).
 * Undefined where a group is empty; the odds ratio also where the margins leave one table only.
 */
public final class ConditionalTest {
  /** Probabilities that differ by less are the same, as in R. */
  private static final double SAME = Math.log1p(1e-7);

  private static final long MOST_NUMBERS = 20_000_000;
  private static final long MOST_SUMS = 30_000_000;
  private static final String ONE_TABLE = "the margins leave one table only";
  private static final Undefined TOO_MANY = new Undefined("too many items for an exact test");

  private final @Nullable ConditionalCounts counts;
  private final Undefined reason;
  private final long seen;

  private ConditionalTest(@Nullable ConditionalCounts counts, Undefined reason, long seen) {
    this.counts = counts;
    this.reason = reason;
    this.seen = seen;
  }

  static ConditionalTest fisher(TwoRates table) {
    return table.isEmpty()
        ? new ConditionalTest(null, new Undefined(TwoRates.EMPTY), 0)
        : over(List.of(table));
  }

  /** Of the events of the first group over all strata; empty groups tell nothing. */
  static ConditionalTest over(List<TwoRates> strata) {
    long seen = strata.stream().mapToLong(table -> table.first().count()).sum();
    List<TwoRates> bySize =
        strata.stream().sorted(Comparator.comparingLong(ConditionalCounts::possible)).toList();
    ConditionalCounts sum = ConditionalCounts.of(new TwoRates(none(), none()));
    long steps = 0;
    for (TwoRates table : bySize) {
      long possible = ConditionalCounts.possible(table);
      steps += sum.size() == 1 ? 0 : possible * sum.size();
      if (possible > MOST_NUMBERS || steps > MOST_SUMS) {
        return new ConditionalTest(null, TOO_MANY, seen);
      }
      sum = sum.plus(ConditionalCounts.of(table));
    }
    return new ConditionalTest(sum, new Undefined(ONE_TABLE), seen);
  }

  private static Proportion none() {
    return new Proportion(0, 0);
  }

  /** Of the tables that are as likely as this one, or less. */
  public Result p() {
    return counts == null
        ? reason
        : new Estimate(counts.probability(seen, log -> log <= SAME ? 1 : 0));
  }

  /** Tables that are as likely as this one count half; undefined where there is one table only. */
  public Result midP() {
    return counts == null || counts.size() == 1
        ? reason
        : new Estimate(counts.probability(seen, ConditionalTest::half));
  }

  /** The conditional estimate of greatest likelihood. */
  public Result oddsRatio() {
    return counts == null || counts.size() == 1 ? reason : new Estimate(likeliest(counts));
  }

  /**
   * The exact interval: each tail has half of what the confidence leaves. From 0 to infinity where
   * the margins leave one table only.
   */
  public Bounds oddsRatioInterval(double confidence) {
    if (counts == null) {
      return reason;
    }
    double tail = (1 - confidence) / 2;
    return new Interval(low(counts, tail), high(counts, tail), confidence, "exact, conditional");
  }

  private static double half(double log) {
    return log > SAME ? 0 : log < -SAME ? 1 : 0.5;
  }

  private double likeliest(ConditionalCounts c) {
    if (seen == c.least()) {
      return 0;
    }
    if (seen == c.most()) {
      return Double.POSITIVE_INFINITY;
    }
    double far = c.farthestLogOdds();
    return Math.exp(Root.boundary(-far, far, log -> c.mean(log) < seen));
  }

  private double low(ConditionalCounts c, double tail) {
    if (seen == c.least()) {
      return 0;
    }
    double far = c.farthestLogOdds();
    return Math.exp(Root.boundary(-far, far, log -> c.atLeast(seen, log) < tail));
  }

  private double high(ConditionalCounts c, double tail) {
    if (seen == c.most()) {
      return Double.POSITIVE_INFINITY;
    }
    double far = c.farthestLogOdds();
    return Math.exp(Root.boundary(far, -far, log -> c.atMost(seen, log) < tail));
  }
}
