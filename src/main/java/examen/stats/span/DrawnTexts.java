package examen.stats.span;

import examen.stats.span.Disorder.Marked;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Texts marked by chance, like one that was marked: as many spans of a rater, gaps and lengths,
 * each normal with the mean and the standard deviation seen, labels as often as seen. It is the
 * sampler of Titeux and Riad (2021), so that gamma is theirs: one gap of 0 is added to those seen,
 * numbers of spans are cut to whole ones, and raters but the first may have none.
 */
final class DrawnTexts {
  private final int raters;
  private final double[] labels;
  private final Drawn counts;
  private final Drawn gaps;
  private final Drawn lengths;
  private final UniformRandomProvider random;

  DrawnTexts(Continuum text, UniformRandomProvider random) {
    List<String> names = List.copyOf(text.labels());
    List<Double> seenCounts = new ArrayList<>();
    List<Double> seenGaps = new ArrayList<>(List.of(0.0));
    List<Double> seenLengths = new ArrayList<>();
    double[] seenLabels = new double[names.size()];
    for (int rater = 0; rater < text.raters(); rater++) {
      List<LabelledSpan> spans = text.spans(rater);
      seenCounts.add((double) spans.size());
      for (int i = 0; i < spans.size(); i++) {
        LabelledSpan span = spans.get(i);
        long end = i == 0 ? 0 : spans.get(i - 1).end();
        if (i > 0 || span.start() > 0) {
          seenGaps.add((double) span.start() - end);
        }
        seenLengths.add((double) span.length());
        seenLabels[names.indexOf(span.label())]++;
      }
    }
    this.raters = text.raters();
    this.random = random;
    this.labels = cumulated(seenLabels);
    this.counts = new Drawn(seenCounts, random);
    this.gaps = new Drawn(seenGaps, random);
    this.lengths = new Drawn(seenLengths, random);
  }

  List<Marked> next() {
    List<Marked> spans = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      double at = 0;
      int count = Math.max(spans.isEmpty() ? 1 : 0, Math.abs((int) counts.next()));
      for (int i = 0; i < count; i++) {
        double start = at + gaps.next();
        double end = start + length();
        spans.add(new Marked(rater, start, end, label()));
        at = end;
      }
    }
    return spans;
  }

  private double length() {
    double length = Math.abs(lengths.next());
    while (length == 0) {
      length = Math.abs(lengths.next());
    }
    return length;
  }

  private int label() {
    double at = random.nextDouble() * labels[labels.length - 1];
    int label = 0;
    while (labels[label] <= at) {
      label++;
    }
    return label;
  }

  private static double[] cumulated(double[] counts) {
    double[] sums = counts.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  /** Normal numbers like those seen. */
  private static final class Drawn {
    private final double mean;
    private final double deviation;
    private final ContinuousDistribution.Sampler normal;

    Drawn(List<Double> seen, UniformRandomProvider random) {
      double middle = seen.stream().mapToDouble(v -> v).average().orElse(0);
      this.mean = middle;
      this.deviation =
          Math.sqrt(
              seen.stream().mapToDouble(v -> (v - middle) * (v - middle)).average().orElse(0));
      this.normal = NormalDistribution.of(0, 1).createSampler(random);
    }

    double next() {
      return mean + deviation * normal.sample();
    }
  }
}
