package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two rates over several samples of each of several prompts, by clusters as
 * {@link ClusteredRate}: what a prompt adds to both rates is taken together, so that prompts that
 * are in both groups are compared with themselves (Kish 1965; Miller 2024, arXiv 2411.00640).
 *
 * @param clusters what happened in each, in the first group and in the second; a group may have
 *     nothing of a cluster
 */
public record ClusteredDifference(List<TwoRates> clusters) {
  public ClusteredDifference {
    clusters = clusters.stream().filter(cluster -> cluster.total() > 0).toList();
  }

  /** All items together. */
  public TwoRates pooled() {
    TwoRates sum = new TwoRates(new Proportion(0, 0), new Proportion(0, 0));
    for (TwoRates each : clusters) {
      sum = new TwoRates(sum.first().plus(each.first()), sum.second().plus(each.second()));
    }
    return sum;
  }

  /** How many clusters have items of both groups. */
  public long shared() {
    return clusters.stream().filter(cluster -> !cluster.isEmpty()).count();
  }

  /** The linearised error of a sample of clusters, with the factor m / (m - 1). */
  public Result standardError() {
    TwoRates all = pooled();
    if (all.isEmpty()) {
      return new Undefined(TwoRates.EMPTY);
    }
    int m = clusters.size();
    if (m < 2) {
      return new Undefined("one cluster");
    }
    double sum = 0;
    for (TwoRates cluster : clusters) {
      double moved = moved(cluster.first(), all.first()) - moved(cluster.second(), all.second());
      sum += moved * moved;
    }
    double error = Math.sqrt(sum * m / (m - 1));
    return error < 1e-12 ? new Undefined("no cluster differs from another") : new Estimate(error);
  }

  /** By the t distribution with one degree less than clusters; may leave -1 to 1. */
  public Bounds tInterval(double confidence) {
    return switch (standardError()) {
      case Undefined undefined -> undefined;
      case Estimate(double error) -> {
        double t =
            TDistribution.of(clusters.size() - 1.0)
                .inverseSurvivalProbability((1 - confidence) / 2);
        double middle = pooled().difference().orNaN();
        yield new Interval(middle - t * error, middle + t * error, confidence, "t, by cluster");
      }
    };
  }

  /** How much a cluster moves the rate of its group. */
  private static double moved(Proportion cluster, Proportion all) {
    return (cluster.count() - cluster.total() * TwoRates.rate(all)) / all.total();
  }
}
