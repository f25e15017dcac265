package examen.stats.rate;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.UnconditionedExactTest;
import org.apache.commons.statistics.inference.UnconditionedExactTest.Method;

/**
 * Exact tests of two rates in which only the sizes of the groups are fixed: Barnard (1945) in the
 * forms of Suissa and Shuster (1985), and Boschloo (1970). Undefined where a group is empty, where
 * all outcomes are the same, and beyond {@link #MOST_TABLES} tables, for they take too long.
 */
public record UnconditionalTest(TwoRates rates) {
  /** As of two groups of 500. */
  public static final long MOST_TABLES = 251_001;

  /** Ordered by the z of a pooled variance. */
  public Result barnardPooled() {
    return p(Method.Z_POOLED, AlternativeHypothesis.TWO_SIDED);
  }

  /** Ordered by the z of separate variances. */
  public Result barnardUnpooled() {
    return p(Method.Z_UNPOOLED, AlternativeHypothesis.TWO_SIDED);
  }

  /** Ordered by the two-sided p of Fisher's test. */
  public Result boschloo() {
    return p(Method.BOSCHLOO, AlternativeHypothesis.TWO_SIDED);
  }

  /** Twice the smaller of the one-sided p: another definition than {@link #boschloo}. */
  public Result boschlooDoubled() {
    double less = p(Method.BOSCHLOO, AlternativeHypothesis.LESS_THAN).orNaN();
    Result greater = p(Method.BOSCHLOO, AlternativeHypothesis.GREATER_THAN);
    return greater.map(p -> Math.min(1, 2 * Math.min(p, less)));
  }

  private Result p(Method method, AlternativeHypothesis alternative) {
    if (rates.isEmpty()) {
      return new Undefined(TwoRates.EMPTY);
    }
    Proportion one = rates.first();
    Proportion two = rates.second();
    if (one.total() > MOST_TABLES
        || two.total() > MOST_TABLES
        || (one.total() + 1) * (two.total() + 1) > MOST_TABLES) {
      return new Undefined("too many items for an exact test");
    }
    if (rates.events() == 0 || rates.events() == rates.total()) {
      return new Undefined("all outcomes are the same");
    }
    int[][] table = {{(int) one.count(), (int) two.count()}, {(int) one.rest(), (int) two.rest()}};
    return new Estimate(
        UnconditionedExactTest.withDefaults()
            .with(method)
            .with(alternative)
            .test(table)
            .getPValue());
  }
}
