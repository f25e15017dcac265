package examen.stats.gold;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Gold by votes: the category with the most of them, if their share is large enough. A tie stays
 * unresolved, never broken by the order of the categories. Votes of raters who saw what a
 * classifier said are no gold to judge that classifier by.
 *
 * @param share that the votes must exceed, from 0 (any plurality) to below 1; 1 asks for all of
 *     them
 */
public record VoteRule(double share) {
  /** More than half of the votes. */
  public static final VoteRule MAJORITY = new VoteRule(0.5);

  /** More votes than any other category. */
  public static final VoteRule PLURALITY = new VoteRule(0);

  /** Every vote. */
  public static final VoteRule UNANIMOUS = new VoteRule(1);

  public VoteRule {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
  }

  /** Gold by votes alone. */
  public GoldView of(ReliabilityTable table) {
    int[] none = new int[table.units()];
    Arrays.fill(none, ReliabilityTable.MISSING);
    return of(table, none);
  }

  /**
   * Gold by votes, where nobody adjudicated.
   *
   * @param adjudicated for each unit the final answer, or {@link ReliabilityTable#MISSING}
   * @throws IllegalArgumentException when there are more or fewer of them than units
   */
  public GoldView of(ReliabilityTable table, int[] adjudicated) {
    if (adjudicated.length != table.units()) {
      throw new IllegalArgumentException(
          adjudicated.length + " adjudications for " + table.units() + " units");
    }
    List<Gold> units =
        IntStream.range(0, table.units())
            .mapToObj(
                unit ->
                    adjudicated[unit] == ReliabilityTable.MISSING
                        ? of(Votes.of(table, unit))
                        : new Gold.Settled(adjudicated[unit], Gold.Basis.ADJUDICATION))
            .toList();
    return new GoldView(rule(), table.scale(), units);
  }

  /** What the votes on one unit settle. */
  public Gold of(Votes votes) {
    if (votes.cast() == 0) {
      return new Gold.Unresolved(Gold.Cause.NO_VOTES);
    }
    OptionalInt leading = votes.plurality();
    if (leading.isEmpty()) {
      return new Gold.Unresolved(Gold.Cause.TIE);
    }
    return suffices(votes)
        ? new Gold.Settled(leading.getAsInt(), Gold.Basis.VOTES)
        : new Gold.Unresolved(Gold.Cause.SHARE_TOO_SMALL);
  }

  private boolean suffices(Votes votes) {
    return switch (votes.share()) {
      case Estimate(double won) -> share == 1 ? won == 1 : won > share;
      case Undefined undefined -> false;
    };
  }

  private String rule() {
    String wanted =
        share == 0
            ? "most votes"
            : share == 1
                ? "all votes"
                : share == 0.5
                    ? "more than half of the votes"
                    : String.format(Locale.ROOT, "more than %s of the votes", share);
    return wanted + " of those who did not abstain; ties unresolved; adjudication overrides";
  }
}
