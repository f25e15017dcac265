package examen.study;

import examen.stats.Bootstrap;
import examen.stats.Bootstrapped;
import examen.stats.Bounds;
import examen.stats.Clusters;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How transcripts are drawn again for the intervals of an analysis.
 *
 * @param by the condition whose transcripts are drawn together; empty where each is drawn alone
 */
record Drawing(Bootstrap bootstrap, Clusters clusters, String by) {
  static final String METHOD =
      "percentile bootstrap over transcripts or prompts (Efron and Tibshirani 1993), "
          + Bootstrap.GENERATOR;

  private static final double FEWEST = 100;
  private static final double MOST = 100_000;

  /** As was chosen with {@link Choices#DRAWN}, {@link Choices#CLUSTER} and a confidence. */
  static Drawing of(Frame frame, Chosen chosen) {
    Bootstrap bootstrap = bootstrap(chosen);
    List<String> by = chosen.conditions(Choices.CLUSTER.id(), frame);
    if (by.size() > 1) {
      throw new Unanswerable("--" + Choices.CLUSTER.id() + " wants one condition");
    }
    String name = by.isEmpty() ? "" : by.getFirst();
    return new Drawing(bootstrap, clusters(frame.cases(), name), name);
  }

  /** How often, and with which seed. */
  static Bootstrap bootstrap(Chosen chosen) {
    int replicates = (int) chosen.number(Choices.REPLICATES.id(), FEWEST, MOST);
    return new Bootstrap(replicates, chosen.whole(Choices.SEED.id()), Choices.confidence(chosen));
  }

  /** The same for other transcripts. */
  Drawing on(List<Case> cases) {
    return new Drawing(bootstrap, clusters(cases, by), by);
  }

  /** The same with fewer draws where there are many transcripts. */
  Drawing affordable() {
    return new Drawing(bootstrap.affordable(clusters.units()), clusters, by);
  }

  /** A transcript without the condition is drawn alone. */
  private static Clusters clusters(List<Case> cases, String by) {
    if (by.isEmpty()) {
      return Clusters.none(cases.size());
    }
    Map<String, Integer> places = new HashMap<>();
    int[] of = new int[cases.size()];
    int count = 0;
    for (int i = 0; i < of.length; i++) {
      String value = cases.get(i).conditions().get(by).orElse("");
      Integer there = value.isEmpty() ? null : places.putIfAbsent(value, count);
      of[i] = there == null ? count++ : there;
    }
    return Clusters.of(of);
  }

  /** "Intervals: 95% percentile bootstrap, 2,000 draws of 500 transcripts, seed 1." */
  String note() {
    return "Intervals: %s percentile bootstrap, %,d draws of %,d %s, seed %d."
        .formatted(
            Choices.percent(bootstrap.confidence()),
            bootstrap.replicates(),
            clusters.count(),
            by.isEmpty() ? "transcripts" : "values of " + by,
            bootstrap.seed());
  }

  /**
   * The interval of a share of units. Where all say the same, drawing again has no width and would
   * seem to be sure; there the exact one-sided bound stands.
   *
   * @param units of which it is the share
   */
  Bounds ofShare(Bootstrapped share, long units) {
    long n = Math.min(units, clusters.count());
    if (!(share.value() instanceof Estimate(double value)) || (value > 0 && value < 1)) {
      return share.interval();
    }
    double confidence = bootstrap.confidence();
    Proportion all = new Proportion(value > 0 ? n : 0, n);
    return value > 0
        ? between(all.lowerBound(confidence), new Estimate(1), confidence)
        : between(new Estimate(0), all.upperBound(confidence), confidence);
  }

  private static Bounds between(Result low, Result high, double confidence) {
    return low instanceof Estimate(double from) && high instanceof Estimate(double to)
        ? new Interval(from, to, confidence, "one-sided, exact")
        : new Undefined("n = 0");
  }

  /** In how many draws there were no such numbers, for each that had some. */
  static List<String> lacking(Map<String, Bootstrapped> numbers) {
    List<String> notes = new ArrayList<>();
    numbers.forEach(
        (name, number) -> {
          if (number.undefined() > 0) {
            notes.add(
                "%s was undefined in %,d of %,d draws, which are left out."
                    .formatted(name, number.undefined(), number.draws()));
          }
        });
    return notes;
  }
}
