package examen.stats.span;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The F1 of spans of each two raters over several texts, averaged over the pairs (Hripcsak and
 * Rothschild 2005): pooled over texts, or as a mean of the texts. Texts are the units to be drawn
 * again. A pair that marked nothing has no number and is left out; when no pair has one, it is
 * undefined.
 */
public final class PairwiseSpans {
  private static final String NOTHING = "nobody marked anything";

  private final int texts;
  private final List<SpanCounts[]> pairs = new ArrayList<>();

  /**
   * @param texts for each text, for each rater what they marked; the same raters in each
   * @param compared of the spans of two raters in one text, such as {@link SpanF1#places}
   */
  public PairwiseSpans(
      List<List<List<LabelledSpan>>> texts,
      BiFunction<List<LabelledSpan>, List<LabelledSpan>, SpanCounts> compared) {
    this.texts = texts.size();
    int raters = texts.isEmpty() ? 0 : texts.getFirst().size();
    for (int one = 0; one < raters; one++) {
      for (int other = one + 1; other < raters; other++) {
        SpanCounts[] pair = new SpanCounts[texts.size()];
        for (int text = 0; text < pair.length; text++) {
          List<List<LabelledSpan>> raterSpans = texts.get(text);
          pair[text] = compared.apply(raterSpans.get(one), raterSpans.get(other));
        }
        pairs.add(pair);
      }
    }
  }

  /** Spans that count as the same by this criterion. */
  public static PairwiseSpans of(List<List<List<LabelledSpan>>> texts, SpanCriterion criterion) {
    return new PairwiseSpans(texts, (one, other) -> SpanF1.spans(criterion, one, other));
  }

  /** The counts of all texts of each pair: first with second, first with third and so on. */
  public List<SpanCounts> counts() {
    int[] ones = new int[texts];
    Arrays.fill(ones, 1);
    return pairs.stream().map(pair -> pooled(pair, ones)).toList();
  }

  /** The counts of all texts together (micro), then the mean over pairs. */
  public Weighed pooled() {
    return weighed((pair, weights) -> pooled(pair, weights).f1());
  }

  /** The mean over the texts in which one of the two marked something (macro), then over pairs. */
  public Weighed perText() {
    return weighed(PairwiseSpans::mean);
  }

  private static SpanCounts pooled(SpanCounts[] pair, int[] weights) {
    SpanCounts sum = SpanCounts.NONE;
    for (int text = 0; text < pair.length; text++) {
      sum = sum.times(pair[text], weights[text]);
    }
    return sum;
  }

  private static Result mean(SpanCounts[] pair, int[] weights) {
    double sum = 0;
    long n = 0;
    for (int text = 0; text < pair.length; text++) {
      if (pair[text].f1() instanceof Estimate(double value)) {
        sum += weights[text] * value;
        n += weights[text];
      }
    }
    return Result.ratio(sum, (double) n, NOTHING);
  }

  private Weighed weighed(BiFunction<SpanCounts[], int[], Result> ofPair) {
    return new Weighed() {
      @Override
      public int units() {
        return texts;
      }

      @Override
      public Result weighted(int[] weights) {
        double sum = 0;
        int n = 0;
        for (SpanCounts[] pair : pairs) {
          if (ofPair.apply(pair, weights) instanceof Estimate(double value)) {
            sum += value;
            n++;
          }
        }
        return Result.ratio(sum, n, pairs.isEmpty() ? "fewer than two raters" : NOTHING);
      }
    };
  }
}
