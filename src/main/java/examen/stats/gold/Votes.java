package examen.stats.gold;

import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The votes on one unit; who abstained did not vote. */
public final class Votes {
  private final int[] counts;

  /**
   * @param counts how many votes each category of the scale has
   */
  public Votes(int[] counts) {
    this.counts = counts.clone();
  }

  static Votes of(ReliabilityTable table, int unit) {
    return new Votes(table.counts(unit));
  }

  /** How many voted. */
  public int cast() {
    return Arrays.stream(counts).sum();
  }

  /** The category with more votes than any other; none where two have the most. */
  public OptionalInt plurality() {
    int most = Arrays.stream(counts).max().orElse(0);
    int[] leading =
        IntStream.range(0, counts.length).filter(category -> counts[category] == most).toArray();
    return most > 0 && leading.length == 1 ? OptionalInt.of(leading[0]) : OptionalInt.empty();
  }

  /** The share of the votes that the plurality has; undefined where there is none. */
  public Result share() {
    OptionalInt leading = plurality();
    return leading.isPresent()
        ? Result.ratio(counts[leading.getAsInt()], cast(), "no votes")
        : new Undefined(cast() == 0 ? "no votes" : "a tie");
  }
}
