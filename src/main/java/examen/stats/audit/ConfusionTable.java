package examen.stats.audit;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier said of units of each category, each unit being of one category (kappa: Cohen
 * 1960; the correlation of several categories: Gorodkin 2004). Kappa is undefined when both always
 * say the same one category, the correlation when one of them always does.
 */
public final class ConfusionTable {
  private final List<String> categories;
  private final long[][] counts;

  /**
   * @param counts how many units of the category of the row were put into that of the column; as
   *     many rows and columns as categories
   */
  public ConfusionTable(List<String> categories, long[][] counts) {
    this.categories = List.copyOf(categories);
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    for (long[] row : this.counts) {
      if (row.length != categories.size() || counts.length != row.length) {
        throw new IllegalArgumentException("a table that is not square");
      }
    }
  }

  /**
   * @param gold for each unit the place of its category
   * @param predicted the place of the category that the classifier gave it
   */
  public static ConfusionTable of(List<String> categories, int[] gold, int[] predicted) {
    if (gold.length != predicted.length) {
      throw new IllegalArgumentException(
          gold.length + " units of gold, " + predicted.length + " labels");
    }
    long[][] counts = new long[categories.size()][categories.size()];
    for (int unit = 0; unit < gold.length; unit++) {
      counts[gold[unit]][predicted[unit]]++;
    }
    return new ConfusionTable(categories, counts);
  }

  public List<String> categories() {
    return categories;
  }

  /** How many units of {@code gold} were called {@code predicted}, by their places. */
  public long count(int gold, int predicted) {
    return counts[gold][predicted];
  }

  /** One category against all others. */
  public Confusion of(int category) {
    long tp = counts[category][category];
    long fp = predicted(category) - tp;
    long fn = gold(category) - tp;
    return new Confusion(tp, fp, fn, total() - tp - fp - fn);
  }

  /** Each category against all others, to be averaged. */
  public Averages averages() {
    return new Averages(IntStream.range(0, categories.size()).mapToObj(this::of).toList());
  }

  public Proportion accuracy() {
    return new Proportion(right(), total());
  }

  /** The mean recall of the categories that have a unit. */
  public Averaged balancedAccuracy() {
    return averages().macro(category -> category.recall().rate());
  }

  public Result kappa() {
    double n = total();
    double chance = products() / (n * n);
    return Result.ratio(right() / n - chance, 1 - chance, "no variation: both always say the same");
  }

  /** Of several categories (Gorodkin 2004); of two it is {@link Confusion#mcc}. */
  public Result mcc() {
    double n = total();
    double gold = n * n;
    double predicted = n * n;
    for (int category = 0; category < counts.length; category++) {
      gold -= square((double) gold(category));
      predicted -= square((double) predicted(category));
    }
    double margins = Math.sqrt(gold) * Math.sqrt(predicted);
    return margins > 0
        ? new Estimate((right() * n - products()) / margins)
        : new Undefined("no variation: one side always says the same");
  }

  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  private long right() {
    return IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
  }

  private long gold(int category) {
    return Arrays.stream(counts[category]).sum();
  }

  private long predicted(int category) {
    return Arrays.stream(counts).mapToLong(row -> row[category]).sum();
  }

  /** The sum over categories of the products of the margins. */
  private double products() {
    return IntStream.range(0, counts.length)
        .mapToDouble(i -> (double) gold(i) * predicted(i))
        .sum();
  }

  private static double square(double value) {
    return value * value;
  }
}
