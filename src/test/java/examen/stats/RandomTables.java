package examen.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of ratings that are drawn, and tables made of others. */
public final class RandomTables {
  private RandomTables() {}

  /** Categories with numbers that are not their places. */
  public static Scale scale(Measurement measurement, int categories) {
    return new Scale(
        measurement,
        IntStream.range(0, categories).mapToObj(i -> "c" + i).toList(),
        IntStream.range(0, categories).mapToObj(i -> 1.0 + i * i).toList());
  }

  /**
   * Raters who say what a unit is in 7 of 10 cases and else guess; one rating in ten is missing.
   */
  public static ReliabilityTable rated(Scale scale, int units, int raters, long seed) {
    Random random = new Random(seed);
    List<int[]> ratings = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      int truth = random.nextInt(scale.size());
      int[] own = new int[raters];
      for (int rater = 0; rater < raters; rater++) {
        int said = random.nextInt(10) < 7 ? truth : random.nextInt(scale.size());
        own[rater] = random.nextInt(10) == 0 ? ReliabilityTable.MISSING : said;
      }
      ratings.add(own);
    }
    return new ReliabilityTable(scale, raters, ratings);
  }

  /** As {@link #rated}, with the first category by far the most frequent. */
  public static ReliabilityTable skewed(Scale scale, int units, int raters, long seed) {
    Random random = new Random(seed);
    List<int[]> ratings = new ArrayList<>();
    for (int[] own : ratings(rated(scale, units, raters, seed))) {
      boolean frequent = random.nextInt(10) < 7;
      ratings.add(
          IntStream.of(own)
              .map(r -> r > 0 && frequent && random.nextInt(10) < 9 ? 0 : r)
              .toArray());
    }
    return new ReliabilityTable(scale, raters, ratings);
  }

  /** Raters who guess. */
  public static ReliabilityTable guessed(Scale scale, int units, int raters, long seed) {
    Random random = new Random(seed);
    List<int[]> ratings = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      ratings.add(random.ints(raters, 0, scale.size()).toArray());
    }
    return new ReliabilityTable(scale, raters, ratings);
  }

  /** What each rater said of each unit. */
  public static List<int[]> ratings(ReliabilityTable table) {
    List<int[]> all = new ArrayList<>();
    for (int unit = 0; unit < table.units(); unit++) {
      int at = unit;
      all.add(IntStream.range(0, table.raters()).map(r -> table.rating(at, r)).toArray());
    }
    return all;
  }

  /** The same ratings, each category called by its place in {@code names}. */
  public static ReliabilityTable renamed(ReliabilityTable table, Scale scale, int[] names) {
    List<int[]> all =
        ratings(table).stream()
            .map(unit -> IntStream.of(unit).map(r -> r < 0 ? r : names[r]).toArray())
            .toList();
    return new ReliabilityTable(scale, table.raters(), all);
  }

  /** The units in another order. */
  public static ReliabilityTable shuffled(ReliabilityTable table, long seed) {
    List<int[]> all = new ArrayList<>(ratings(table));
    Collections.shuffle(all, new Random(seed));
    return new ReliabilityTable(table.scale(), table.raters(), all);
  }
}
