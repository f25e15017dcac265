package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two rates in each of several strata, such as scenarios, brought together: Cochran (1954) and
 * Mantel and Haenszel (1959), the error of Robins, Breslow and Greenland (1986), homogeneity by
 * Breslow and Day (1980) with Tarone's (1985) correction, the risk difference with Sato's (1989)
 * error. Show the strata and their homogeneity before what they have in common. Strata with an
 * empty group add nothing; without any difference in outcome they add nothing to odds ratios. Where
 * nothing is left, all is undefined.
 */
public record Strata(List<TwoRates> strata) {
  static final String NOTHING = "no stratum compares two outcomes in two groups";

  public Strata {
    strata = List.copyOf(strata);
  }

  /** The places, from 0, of strata that tell nothing of an odds ratio. */
  public List<Integer> withoutInformation() {
    return IntStream.range(0, strata.size()).filter(i -> !tells(strata.get(i))).boxed().toList();
  }

  /** The odds ratio that all strata have in common (Mantel and Haenszel 1959). */
  public Result commonOddsRatio() {
    return Result.ratio(sum(Strata::forIt), sum(Strata::againstIt), NOTHING);
  }

  /** Normal on the logarithm; undefined where the odds ratio is 0 or infinite. */
  public Bounds commonOddsRatioInterval(double confidence) {
    double r = sum(Strata::forIt);
    double s = sum(Strata::againstIt);
    if (r == 0 || s == 0) {
      return new Undefined(r == s ? NOTHING : "the odds ratio is 0 or infinite");
    }
    double variance =
        sum(t -> along(t) * forIt(t)) / (2 * r * r)
            + sum(t -> along(t) * againstIt(t) + across(t) * forIt(t)) / (2 * r * s)
            + sum(t -> across(t) * againstIt(t)) / (2 * s * s);
    double factor = Math.exp(Normal.z(confidence) * Math.sqrt(variance));
    return new Interval(r / s / factor, r / s * factor, confidence, "Robins-Breslow-Greenland");
  }

  /** Whether the groups differ in any stratum, in the same direction. */
  public ChiSquare test() {
    return test(0);
  }

  /** The same with a correction for continuity. */
  public ChiSquare correctedTest() {
    return test(0.5);
  }

  /** The exact test of the same, and the conditional odds ratio. */
  public ConditionalTest exact() {
    return ConditionalTest.over(strata);
  }

  /** Whether the odds ratio is the same in all strata. */
  public Homogeneity homogeneity() {
    return Homogeneity.of(strata.stream().filter(Strata::tells).toList(), commonOddsRatio());
  }

  /** The difference of rates that all strata have in common, in the weights of Mantel-Haenszel. */
  public Result riskDifference() {
    return Result.ratio(
        sum(t -> (first(t) * n2(t) - second(t) * n1(t)) / t.total()),
        sum(Strata::weight),
        "every stratum has an empty group");
  }

  /** Sato's (1989); undefined where no stratum has two outcomes. */
  public Result riskDifferenceError() {
    return switch (riskDifference()) {
      case Undefined undefined -> undefined;
      case Estimate(double difference) -> {
        double weight = sum(Strata::weight);
        double variance = (difference * sum(Strata::p) + sum(Strata::q)) / (weight * weight);
        yield variance > 0
            ? new Estimate(Math.sqrt(variance))
            : new Undefined("no stratum has two outcomes");
      }
    };
  }

  public Bounds riskDifferenceInterval(double confidence) {
    return switch (riskDifferenceError()) {
      case Undefined undefined -> undefined;
      case Estimate(double error) -> {
        double width = Normal.z(confidence) * error;
        double middle = riskDifference().orNaN();
        yield new Interval(middle - width, middle + width, confidence, "Sato");
      }
    };
  }

  private ChiSquare test(double correction) {
    double away =
        Math.abs(sum(t -> t.first().count() - (double) t.first().total() * t.events() / t.total()));
    double corrected = Math.max(0, away - correction);
    double variance =
        sum(
            t ->
                tells(t)
                    ? weight(t)
                        * t.events()
                        / t.total()
                        * (t.total() - t.events())
                        / (t.total() - 1)
                    : 0);
    return variance == 0
        ? ChiSquare.undefined(NOTHING)
        : ChiSquare.of(corrected * corrected / variance, 1, NOTHING);
  }

  private double sum(ToDoubleFunction<TwoRates> term) {
    return strata.stream().filter(table -> !table.isEmpty()).mapToDouble(term).sum();
  }

  private static boolean tells(TwoRates table) {
    return !table.isEmpty() && table.events() > 0 && table.events() < table.total();
  }

  private static double forIt(TwoRates table) {
    return first(table) * table.second().rest() / table.total();
  }

  private static double againstIt(TwoRates table) {
    return second(table) * table.first().rest() / table.total();
  }

  private static double along(TwoRates table) {
    return (first(table) + table.second().rest()) / table.total();
  }

  private static double across(TwoRates table) {
    return (second(table) + table.first().rest()) / table.total();
  }

  private static double weight(TwoRates table) {
    return n1(table) * n2(table) / table.total();
  }

  private static double p(TwoRates table) {
    double n1 = n1(table);
    double n2 = n2(table);
    double n = table.total();
    return n1 / n * (n1 / n) * second(table)
        - n2 / n * (n2 / n) * first(table)
        + n1 / n * (n2 / n) * (n2 - n1) / 2;
  }

  private static double q(TwoRates table) {
    return (first(table) * table.second().rest() + second(table) * table.first().rest())
        / (2.0 * table.total());
  }

  private static double first(TwoRates table) {
    return table.first().count();
  }

  private static double second(TwoRates table) {
    return table.second().count();
  }

  private static double n1(TwoRates table) {
    return table.first().total();
  }

  private static double n2(TwoRates table) {
    return table.second().total();
  }
}
