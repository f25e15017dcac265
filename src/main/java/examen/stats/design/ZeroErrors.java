package examen.stats.design;

import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.WorstCase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What can still be wrong where reading found no error: the greatest number of errors in the
 * population with which a sample without any still has the probability that the confidence leaves,
 * by the hypergeometric distribution in each stratum (Wright 1991; over strata the errors lie where
 * they are hardest to find). What was not drawn at all may all be wrong.
 *
 * @param population how many items there are
 * @param atMost how many of them can be errors
 */
public record ZeroErrors(long population, long atMost) {
  private static final double CLOSE = 1e-12;

  /**
   * A stratum in whose sample there was no error.
   *
   * @param read how many were read without an error, and of how many
   */
  public record Read(long read, long population) {
    public Read {
      if (read < 0 || read > population) {
        throw new IllegalArgumentException(read + " read of " + population);
      }
    }
  }

  /**
   * @param confidence one-sided, such as 0.95
   */
  public static ZeroErrors in(List<Read> strata, double confidence) {
    PriorityQueue<Hidden> easiest = new PriorityQueue<>(Comparator.comparingDouble(Hidden::cost));
    strata.stream().filter(stratum -> stratum.read > 0).map(Hidden::none).forEach(easiest::add);
    long hidden = strata.stream().filter(s -> s.read == 0).mapToLong(Read::population).sum();
    double left = -Math.log1p(-confidence) * (1 + CLOSE);
    while (!easiest.isEmpty() && easiest.peek().cost <= left) {
      Hidden next = easiest.remove();
      left -= next.cost;
      hidden++;
      easiest.add(next.oneMore());
    }
    return new ZeroErrors(strata.stream().mapToLong(Read::population).sum(), hidden);
  }

  /**
   * The same where items were drawn with unequal probabilities. Had they been drawn each by itself,
   * none of some errors would be met with the product of (1 - p) over them; drawing a fixed number
   * makes it less likely still, for an item that is not drawn leaves its place to others. So of all
   * sets of so many errors the one with the smallest p is missed most often, and no larger number
   * stays hidden than the greatest with which its product is as much as the confidence leaves. The
   * bound is conservative, and the more so the more the probabilities differ.
   *
   * @param unread for each item that was not read without an error, how likely it was to be read; 0
   *     where reading could not tell
   * @param population how many items there are, with those that were read
   * @param confidence one-sided, such as 0.95
   */
  public static ZeroErrors unequal(double[] unread, long population, double confidence) {
    double[] hardest = unread.clone();
    Arrays.sort(hardest);
    double left = -Math.log1p(-confidence) * (1 + CLOSE);
    int hidden = 0;
    while (hidden < hardest.length && -Math.log1p(-hardest[hidden]) <= left) {
      left += Math.log1p(-hardest[hidden]);
      hidden++;
    }
    return new ZeroErrors(population, hidden);
  }

  /**
   * Errors in a stratum that reading did not meet.
   *
   * @param cost by how much one more makes it less likely, on the logarithm, that none is met
   */
  private record Hidden(Read stratum, long errors, double cost) {
    static Hidden none(Read stratum) {
      return of(stratum, 0);
    }

    Hidden oneMore() {
      return of(stratum, errors + 1);
    }

    private static Hidden of(Read stratum, long errors) {
      double free = stratum.population - errors;
      return new Hidden(stratum, errors, -Math.log1p(-stratum.read / free));
    }
  }

  /** The greatest share of errors; undefined in an empty population. */
  public Result rateAtMost() {
    return population == 0
        ? new Undefined("n = 0")
        : Result.ratio((double) atMost, (double) population, "n = 0");
  }

  /** Where a rate may lie that would be {@code classified} if there were no error. */
  public WorstCase around(double classified) {
    Result most = rateAtMost();
    return new WorstCase(
        most.map(rate -> Math.max(0, classified - rate)),
        most.map(rate -> Math.min(1, classified + rate)));
  }
}
