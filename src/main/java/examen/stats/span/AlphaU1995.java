package examen.stats.span;

import examen.stats.Result;
import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The older coefficient of Krippendorff (1995; 2004, section 11.6), for comparison with papers that
 * report it. {@link UAlpha} has replaced it, as it misbehaves with more than two raters. Undefined
 * with fewer than two raters, when spans of one rater and label overlap, and for a label that
 * nobody used.
 */
public final class AlphaU1995 {
  private static final String NEVER = "never marked";

  private AlphaU1995() {}

  /** Of one label, whatever else is marked. */
  public static Result of(Continuum text, String label) {
    return of(text, List.of(label));
  }

  /** Of all labels together. */
  public static Result joint(Continuum text) {
    return of(text, List.copyOf(text.labels()));
  }

  private static Result of(Continuum text, List<String> labels) {
    if (text.raters() < 2) {
      return new Undefined("fewer than two raters");
    }
    double observed = 0;
    double expected = 0;
    for (String label : labels) {
      Continuum own = text.only(label);
      if (own.overlaps()) {
        return new Undefined("spans of one rater and label overlap");
      }
      observed += observed(own);
      expected += expected(own);
    }
    return Result.ratio(expected - observed, expected, NEVER);
  }

  private static double observed(Continuum text) {
    double sum = 0;
    for (int one = 0; one < text.raters(); one++) {
      for (int other = 0; other < text.raters(); other++) {
        if (one != other) {
          sum += apart(text.spans(one), text.spans(other));
        }
      }
    }
    double length = text.length();
    return sum / ((double) text.raters() * (text.raters() - 1) * length * length);
  }

  /**
   * Over the units of one: how far the ends of each unit that it meets are from its own, squared;
   * or its squared length, twice as the gap is met from both sides, when it lies in a gap.
   */
  private static double apart(List<LabelledSpan> units, List<LabelledSpan> others) {
    double sum = 0;
    int from = 0;
    for (LabelledSpan unit : units) {
      while (from < others.size() && others.get(from).end() <= unit.start()) {
        from++;
      }
      if (from == others.size() || others.get(from).start() >= unit.end()) {
        sum += 2.0 * unit.length() * unit.length();
      }
      for (int i = from; i < others.size() && others.get(i).start() < unit.end(); i++) {
        double starts = unit.start() - others.get(i).start();
        double ends = unit.end() - others.get(i).end();
        sum += starts * starts + ends * ends;
      }
    }
    return sum;
  }

  private static double expected(Continuum text) {
    List<LabelledSpan> units = new ArrayList<>();
    long[] gaps = new long[0];
    for (int rater = 0; rater < text.raters(); rater++) {
      units.addAll(text.spans(rater));
      gaps = LongStream.concat(Arrays.stream(gaps), gaps(text, rater)).toArray();
    }
    Arrays.sort(gaps);
    double weighted = 0;
    double itself = 0;
    for (LabelledSpan unit : units) {
      double l = unit.length();
      weighted += (units.size() - 1) / 3.0 * (2 * l * l * l - 3 * l * l + l);
      weighted += l * l * roomFor(unit.length(), gaps);
      itself += l * (l - 1);
    }
    double places = (double) text.raters() * text.length();
    return 2.0 / text.length() * weighted / (places * (places - 1) - itself);
  }

  private static LongStream gaps(Continuum text, int rater) {
    List<LabelledSpan> spans = text.spans(rater);
    LongStream.Builder gaps = LongStream.builder();
    long at = 0;
    for (LabelledSpan span : spans) {
      gaps.add(span.start() - at);
      at = span.end();
    }
    gaps.add(text.length() - at);
    return gaps.build().filter(gap -> gap > 0);
  }

  /** In how many ways a unit of this length fits into gaps. */
  private static double roomFor(long length, long[] sortedGaps) {
    double ways = 0;
    for (int i = sortedGaps.length - 1; i >= 0 && sortedGaps[i] >= length; i--) {
      ways += sortedGaps[i] - length + 1;
    }
    return ways;
  }
}
