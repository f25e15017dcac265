package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A rate over several samples of each of several prompts, whose samples are more alike than those
 * of others: errors by cluster (Kish 1965; Miller 2024, arXiv 2411.00640). One prompt, however
 * often sampled, says nothing of other prompts: there is no error then, and none where no cluster
 * differs from another.
 *
 * @param clusters what happened in each; those of 0 items are left out
 */
public record ClusteredRate(List<Proportion> clusters) {
  public ClusteredRate {
    clusters = clusters.stream().filter(cluster -> cluster.total() > 0).toList();
  }

  /** All items together. */
  public Proportion pooled() {
    return clusters.stream().reduce(new Proportion(0, 0), Proportion::plus);
  }

  /** The linearised error of a sample of clusters, with the factor m / (m - 1). */
  public Result standardError() {
    double m = clusters.size();
    return millersError().map(error -> error * Math.sqrt(m / (m - 1)));
  }

  /** The same without the factor (Miller 2024). */
  public Result millersError() {
    if (clusters.size() < 2) {
      return new Undefined(clusters.isEmpty() ? "n = 0" : "one cluster");
    }
    double rate = rate();
    double sum = 0;
    for (Proportion cluster : clusters) {
      double away = cluster.count() - cluster.total() * rate;
      sum += away * away;
    }
    // Sums of rounding errors are no variance.
    double error = Math.sqrt(sum) / pooled().total();
    return error < 1e-12 ? new Undefined("no cluster differs from another") : new Estimate(error);
  }

  /** As if the items were independent: for contrast. */
  public Result naiveError() {
    return Result.of(Math.sqrt(rate() * (1 - rate()) / pooled().total()), "n = 0");
  }

  /** By how much the variance is larger than that of independent items (Kish 1965). */
  public Result designEffect() {
    double single = rate() * (1 - rate()) / (pooled().total() - 1);
    return standardError().map(error -> error * error / single);
  }

  /** How many independent items would say as much (Kish 1965). */
  public Result effectiveSize() {
    return designEffect().map(effect -> pooled().total() / effect);
  }

  /**
   * How alike the items of a cluster are, by analysis of variance (Donner 1986): 1 where all are,
   * about 0 where no more than others. Undefined also where no cluster has two items.
   */
  public Result intraclassCorrelation() {
    double n = pooled().total();
    int m = clusters.size();
    if (m < 2 || n == m) {
      return new Undefined(m < 2 ? "fewer than two clusters" : "no cluster has two items");
    }
    double squares = 0;
    double between = 0;
    double within = 0;
    for (Proportion cluster : clusters) {
      double own = TwoRates.rate(cluster);
      squares += (double) cluster.total() * cluster.total();
      between += cluster.total() * (own - rate()) * (own - rate()) / (m - 1);
      within += cluster.total() * own * (1 - own) / (n - m);
    }
    double typical = (n - squares / n) / (m - 1);
    return Result.ratio(
        between - within, between + (typical - 1) * within, "all outcomes are the same");
  }

  /** By the t distribution with one degree less than clusters; may leave 0 to 1. */
  public Bounds tInterval(double confidence) {
    return switch (standardError()) {
      case Undefined undefined -> undefined;
      case Estimate(double error) -> {
        double width = t(confidence) * error;
        yield new Interval(rate() - width, rate() + width, confidence, "t, by cluster");
      }
    };
  }

  /** The same on the logarithm of the odds, and so within 0 to 1. */
  public Bounds logitInterval(double confidence) {
    return switch (standardError()) {
      case Undefined undefined -> undefined;
      case Estimate(double error) ->
          Logit.interval(rate(), error, t(confidence), confidence, "logit, by cluster");
    };
  }

  private double t(double confidence) {
    return TDistribution.of(clusters.size() - 1.0).inverseSurvivalProbability((1 - confidence) / 2);
  }

  private double rate() {
    return TwoRates.rate(pooled());
  }
}
