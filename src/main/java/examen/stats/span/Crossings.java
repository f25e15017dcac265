package examen.stats.span;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How the units and gaps of the raters of one text lie across each other, in sums that may be added
 * over texts: adding them is putting the texts one after the other. Category 0 is the gap.
 */
final class Crossings {
  final int categories;
  final int raters;

  /** For each two categories the places of both, over ordered pairs of raters. */
  final double[] observed;

  /** For each category the places, over raters. */
  final double[] lengths;

  /** For each category the sum of the squared lengths of its units; nothing for the gap. */
  final double[] squares;

  /** For each category that of the parts of units that lie across a unit of another rater. */
  final double[] pairableSquares;

  Crossings(int categories, int raters) {
    this.categories = categories;
    this.raters = raters;
    this.observed = new double[categories * categories];
    this.lengths = new double[categories];
    this.squares = new double[categories];
    this.pairableSquares = new double[categories];
  }

  /** Of a text in which no two spans of one rater overlap. */
  static Crossings of(Continuum text, List<String> labels) {
    Crossings crossings = new Crossings(labels.size() + 1, text.raters());
    crossings.sweep(text, categories(text, labels));
    return crossings;
  }

  void add(Crossings other, double times) {
    add(observed, other.observed, times);
    add(lengths, other.lengths, times);
    add(squares, other.squares, times);
    add(pairableSquares, other.pairableSquares, times);
  }

  private static void add(double[] sums, double[] more, double times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * more[i];
    }
  }

  /** The same with one category for all labels; their units stay apart. */
  Crossings binary() {
    Crossings binary = new Crossings(2, raters);
    for (int one = 0; one < categories; one++) {
      for (int other = 0; other < categories; other++) {
        binary.observed[2 * side(one) + side(other)] += observed[one * categories + other];
      }
      binary.lengths[side(one)] += lengths[one];
      binary.squares[side(one)] += squares[one];
      binary.pairableSquares[side(one)] += pairableSquares[one];
    }
    return binary;
  }

  private static int side(int category) {
    return category == 0 ? 0 : 1;
  }

  private static int[][] categories(Continuum text, List<String> labels) {
    int[][] categories = new int[text.raters()][];
    for (int rater = 0; rater < categories.length; rater++) {
      categories[rater] =
          text.spans(rater).stream().mapToInt(s -> 1 + labels.indexOf(s.label())).toArray();
    }
    return categories;
  }

  /** From boundary to boundary, of any rater: between two, everyone is in one unit or gap. */
  private void sweep(Continuum text, int[][] categoryOf) {
    long[] cuts = cuts(text);
    int[] at = new int[raters];
    long[][] pairable = new long[raters][];
    Arrays.setAll(pairable, rater -> new long[text.spans(rater).size()]);
    int[] now = new int[raters];
    for (int cut = 1; cut < cuts.length; cut++) {
      long from = cuts[cut - 1];
      for (int rater = 0; rater < raters; rater++) {
        List<LabelledSpan> spans = text.spans(rater);
        while (at[rater] < spans.size() && spans.get(at[rater]).end() <= from) {
          at[rater]++;
        }
        boolean inside = at[rater] < spans.size() && spans.get(at[rater]).start() <= from;
        now[rater] = inside ? categoryOf[rater][at[rater]] : 0;
      }
      count(now, at, cuts[cut] - from, pairable);
    }
    square(text, categoryOf, pairable);
  }

  private static long[] cuts(Continuum text) {
    LongStream ends = LongStream.of(0, text.length());
    for (int rater = 0; rater < text.raters(); rater++) {
      ends =
          LongStream.concat(
              ends,
              text.spans(rater).stream().flatMapToLong(s -> LongStream.of(s.start(), s.end())));
    }
    return ends.sorted().distinct().toArray();
  }

  private void count(int[] now, int[] at, long places, long[][] pairable) {
    long marking = Arrays.stream(now).filter(category -> category != 0).count();
    for (int one = 0; one < raters; one++) {
      lengths[now[one]] += places;
      if (now[one] != 0 && marking > 1) {
        pairable[one][at[one]] += places;
      }
      for (int other = 0; other < raters; other++) {
        if (one != other) {
          observed[now[one] * categories + now[other]] += places;
        }
      }
    }
  }

  private void square(Continuum text, int[][] categoryOf, long[][] pairable) {
    for (int rater = 0; rater < raters; rater++) {
      for (int unit = 0; unit < pairable[rater].length; unit++) {
        int category = categoryOf[rater][unit];
        double length = text.spans(rater).get(unit).length();
        squares[category] += length * length;
        pairableSquares[category] += (double) pairable[rater][unit] * pairable[rater][unit];
      }
    }
  }
}
