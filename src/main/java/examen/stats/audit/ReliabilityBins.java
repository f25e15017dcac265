package examen.stats.audit;

import examen.stats.Result;
import examen.stats.Weighed;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often it was so among units of like score (reliability diagram; expected calibration error:
 * Naeini, Cooper and Hauskrecht 2015). The error depends on the bins and is too large for few units
 * (Kumar, Liang and Ma 2019), so the bins and their counts are always shown with it. Both errors
 * are undefined without units.
 *
 * @param edges between the bins, the lowest first; a score on an edge belongs to the lower bin
 * @param bins those with a unit
 */
public record ReliabilityBins(List<Double> edges, List<Bin> bins) {
  private static final String NO_UNIT = "n = 0";

  public ReliabilityBins {
    edges = List.copyOf(edges);
    bins = List.copyOf(bins);
  }

  /**
   * One bin with its units.
   *
   * @param index its place, from 0
   * @param meanScore of its units
   * @param observed how many of them are cases
   */
  public record Bin(int index, double meanScore, Proportion observed) {
    /** How far the scores are too high; negative where they are too low. */
    public double gap() {
      return meanScore - (double) observed.count() / observed.total();
    }
  }

  static ReliabilityBins of(double[] edges, boolean[] gold, double[] scores) {
    int[] n = new int[edges.length + 1];
    int[] cases = new int[n.length];
    double[] sums = new double[n.length];
    for (int unit = 0; unit < gold.length; unit++) {
      int bin = below(edges, scores[unit]);
      n[bin]++;
      cases[bin] += gold[unit] ? 1 : 0;
      sums[bin] += scores[unit];
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < n.length; bin++) {
      if (n[bin] > 0) {
        bins.add(new Bin(bin, sums[bin] / n[bin], new Proportion(cases[bin], n[bin])));
      }
    }
    return new ReliabilityBins(Arrays.stream(edges).boxed().toList(), bins);
  }

  /** How many edges lie below the score. */
  private static int below(double[] edges, double score) {
    int from = 0;
    int to = edges.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (edges[middle] < score) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  public long units() {
    return bins.stream().mapToLong(bin -> bin.observed().total()).sum();
  }

  /** The mean gap, each bin counting by its units. */
  public Result expectedError() {
    double sum = bins.stream().mapToDouble(b -> b.observed().total() * Math.abs(b.gap())).sum();
    return Result.ratio(sum, (double) units(), NO_UNIT);
  }

  /** The expected error of these units, each of which counts as often as is said. */
  Weighed weighed(boolean[] gold, double[] scores) {
    double[] between = edges.stream().mapToDouble(edge -> edge).toArray();
    int[] binOf = new int[gold.length];
    double[] gaps = new double[gold.length];
    for (int unit = 0; unit < gaps.length; unit++) {
      binOf[unit] = below(between, scores[unit]);
      gaps[unit] = scores[unit] - (gold[unit] ? 1 : 0);
    }
    return new Weighed() {
      @Override
      public int units() {
        return gaps.length;
      }

      @Override
      public Result weighted(int[] weights) {
        double[] sums = new double[between.length + 1];
        long all = 0;
        for (int unit = 0; unit < gaps.length; unit++) {
          sums[binOf[unit]] += weights[unit] * gaps[unit];
          all += weights[unit];
        }
        return Result.ratio(Arrays.stream(sums).map(Math::abs).sum(), (double) all, NO_UNIT);
      }
    };
  }

  /** The largest gap. */
  public Result maximumError() {
    double largest = bins.stream().mapToDouble(b -> Math.abs(b.gap())).max().orElse(Double.NaN);
    return Result.of(largest, NO_UNIT);
  }
}
