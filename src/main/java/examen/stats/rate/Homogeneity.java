package examen.stats.rate;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;

/**
 * Whether several strata have one odds ratio. Undefined with fewer than two strata that tell
 * something, and where the common odds ratio is 0 or infinite.
 *
 * @param breslowDay of Breslow and Day (1980)
 * @param tarone the same with Tarone's (1985) correction: the one to show
 */
public record Homogeneity(ChiSquare breslowDay, ChiSquare tarone) {
  static Homogeneity of(List<TwoRates> strata, Result commonOddsRatio) {
    return switch (commonOddsRatio) {
      case Undefined(String reason) -> undefined(reason);
      case Estimate(double ratio) ->
          strata.size() < 2
              ? undefined("one stratum")
              : ratio == 0 || Double.isInfinite(ratio)
                  ? undefined("the odds ratio is 0 or infinite")
                  : of(strata, ratio);
    };
  }

  private static Homogeneity of(List<TwoRates> strata, double ratio) {
    double squares = 0;
    double away = 0;
    double variances = 0;
    for (TwoRates table : strata) {
      double fitted = fitted(table, ratio);
      double variance = variance(table, fitted);
      double left = table.first().count() - fitted;
      squares += left * left / variance;
      away += left;
      variances += variance;
    }
    int freedom = strata.size() - 1;
    return new Homogeneity(
        ChiSquare.of(squares, freedom, Strata.NOTHING),
        ChiSquare.of(squares - away * away / variances, freedom, Strata.NOTHING));
  }

  /** The count of the first group that has this odds ratio at the same margins. */
  private static double fitted(TwoRates table, double ratio) {
    double events = table.events();
    double a = 1 - ratio;
    double b = table.second().total() - events + ratio * (table.first().total() + events);
    double c = -ratio * table.first().total() * events;
    double root = Math.sqrt(b * b - 4 * a * c);
    return b > 0 ? -2 * c / (b + root) : (root - b) / (2 * a);
  }

  private static double variance(TwoRates table, double fitted) {
    double rest = table.events() - fitted;
    return 1
        / (1 / fitted
            + 1 / (table.first().total() - fitted)
            + 1 / rest
            + 1 / (table.second().total() - rest));
  }

  private static Homogeneity undefined(String reason) {
    return new Homogeneity(ChiSquare.undefined(reason), ChiSquare.undefined(reason));
  }
}
