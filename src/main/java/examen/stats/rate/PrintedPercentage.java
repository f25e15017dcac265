package examen.stats.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A percentage as it was printed, and the counts that give it when they are rounded half up or half
 * to even (Brown and Heathers 2017, GRIM). It flags denominators that cannot be; it does not tell
 * which counts there were.
 *
 * @param units the percentage without its point, such as 551 for 55.1
 * @param decimals how many digits stand behind the point, at most 6
 */
public record PrintedPercentage(long units, int decimals) {
  private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");
  private static final long LARGEST = 10_000_000_000L;

  public PrintedPercentage {
    if (decimals < 0 || decimals > 6 || units < 0 || units > whole(decimals)) {
      throw new IllegalArgumentException("not a percentage of 0 to 100 with at most 6 decimals");
    }
  }

  /**
   * @throws IllegalArgumentException when {@code text} is not such as "55.1" or "96"
   */
  public static PrintedPercentage parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a percentage such as 55.1");
    }
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    return new PrintedPercentage(Long.parseLong(text.replace(".", "")), decimals);
  }

  /** Whether these counts print so. */
  public boolean fits(Proportion counts) {
    if (counts.total() == 0 || counts.total() > LARGEST) {
      return false;
    }
    long whole = whole(decimals);
    // Twice, so that a half is a whole number.
    long twice = Math.multiplyExact(2 * whole, counts.count());
    long below = Math.multiplyExact(2 * units - 1, counts.total());
    long above = Math.multiplyExact(2 * units + 1, counts.total());
    return twice >= below && (twice < above || (twice == above && units % 2 == 0));
  }

  /** What can have been counted among {@code total}: nothing, where the denominator cannot be. */
  public List<Proportion> countsOf(long total) {
    if (total < 1) {
      return List.of();
    }
    long near = (long) ((double) units / whole(decimals) * total);
    long around = total / whole(decimals) + 2;
    return LongStream.rangeClosed(Math.max(0, near - around), Math.min(total, near + around))
        .mapToObj(count -> new Proportion(count, total))
        .filter(this::fits)
        .toList();
  }

  /** All counts of at most {@code most} items, the smallest denominators first. */
  public List<Proportion> countsUpTo(long most) {
    return LongStream.rangeClosed(1, most).boxed().flatMap(n -> countsOf(n).stream()).toList();
  }

  /** The counts of two groups of {@code total} items together that print as these two. */
  public List<TwoRates> splits(PrintedPercentage second, long total) {
    List<TwoRates> found = new ArrayList<>();
    for (long n = 1; n < total; n++) {
      for (Proportion one : countsOf(n)) {
        for (Proportion two : second.countsOf(total - n)) {
          found.add(new TwoRates(one, two));
        }
      }
    }
    return List.copyOf(found);
  }

  private static long whole(int decimals) {
    long whole = 100;
    for (int i = 0; i < decimals; i++) {
      whole *= 10;
    }
    return whole;
  }
}
