package examen.stats.audit;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Normal;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression of the truth on the log odds of the scores (Cox 1958; Steyerberg 2019): a
 * slope below 1 tells scores that are too sure. All is undefined when the gold has one class, or a
 * score is 0 or 1; intercept and slope also when all scores are the same, or when one threshold
 * parts the classes wholly, as then no finite slope fits best (Albert and Anderson 1984).
 *
 * @param intercept 0 for scores that are right, together with a slope of 1
 * @param slope 1 for scores that are right
 * @param offset the intercept when the slope is held at 1: below 0 when the scores are too high
 * @param interceptError the standard error of the intercept
 * @param slopeError the standard error of the slope
 * @param offsetError the standard error of the offset
 */
public record Recalibration(
    Result intercept,
    Result slope,
    Result offset,
    Result interceptError,
    Result slopeError,
    Result offsetError) {
  private static final int STEPS = 200;
  private static final double ENOUGH = 1e-12;

  static Recalibration of(boolean[] gold, double[] scores) {
    double[] odds = new double[scores.length];
    for (int unit = 0; unit < odds.length; unit++) {
      odds[unit] = Math.log(scores[unit]) - Math.log1p(-scores[unit]);
    }
    Undefined none = reason(gold, odds);
    if (none != null) {
      return new Recalibration(none, none, none, none, none, none);
    }
    Line offset = new Line(offset(gold, odds), 1);
    Undefined parted = parted(gold, odds);
    Line free = parted == null ? fitted(gold, odds) : null;
    Undefined why = parted == null ? new Undefined("the regression does not converge") : parted;
    return new Recalibration(
        number(free, why, line -> line.intercept),
        number(free, why, line -> line.slope),
        number(offset, why, line -> line.intercept),
        number(free, why, line -> errors(line, odds)[0]),
        number(free, why, line -> errors(line, odds)[1]),
        number(offset, why, line -> 1 / Math.sqrt(information(line, odds)[0])));
  }

  /** The interval of the slope, normal (Wald). */
  public Bounds slopeInterval(double confidence) {
    return interval(slope, slopeError, confidence);
  }

  /** The interval of the offset, normal (Wald). */
  public Bounds offsetInterval(double confidence) {
    return interval(offset, offsetError, confidence);
  }

  private static Bounds interval(Result value, Result error, double confidence) {
    return switch (value) {
      case Estimate(double middle) -> {
        double width = Normal.z(confidence) * error.orNaN();
        yield new Interval(middle - width, middle + width, confidence, "Wald");
      }
      case Undefined undefined -> undefined;
    };
  }

  private static Result number(@Nullable Line line, Undefined why, ToDoubleFunction<Line> number) {
    return line == null ? why : Result.of(number.applyAsDouble(line), why.reason());
  }

  private static @Nullable Undefined reason(boolean[] gold, double[] odds) {
    int cases = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      cases += gold[unit] ? 1 : 0;
      if (Double.isInfinite(odds[unit])) {
        return new Undefined("a score of 0 or 1 has no log odds");
      }
    }
    return cases == 0 || cases == gold.length ? new Undefined("one class only") : null;
  }

  /** Why no finite slope fits best, or null. */
  private static @Nullable Undefined parted(boolean[] gold, double[] odds) {
    double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int unit = 0; unit < gold.length; unit++) {
      int side = gold[unit] ? 1 : 0;
      least[side] = Math.min(least[side], odds[unit]);
      most[side] = Math.max(most[side], odds[unit]);
    }
    if (Math.min(least[0], least[1]) == Math.max(most[0], most[1])) {
      return new Undefined("no variation: all scores are the same");
    }
    return most[0] <= least[1] || most[1] <= least[0]
        ? new Undefined("separation: one threshold parts the classes")
        : null;
  }

  private record Line(double intercept, double slope) {
    double at(double odds) {
      return intercept + slope * odds;
    }

    Line plus(double[] step, double share) {
      return new Line(intercept + share * step[0], slope + share * step[1]);
    }
  }

  /** By halving: with this intercept as many cases are expected as there are. */
  private static double offset(boolean[] gold, double[] odds) {
    double base = base(gold);
    double low = base - Arrays.stream(odds).max().orElseThrow();
    double high = base - Arrays.stream(odds).min().orElseThrow();
    for (int i = 0; i < STEPS && high - low > ENOUGH * (1 + Math.abs(low)); i++) {
      double middle = low + (high - low) / 2;
      if (excess(gold, odds, new Line(middle, 1)) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  /** How many cases there are more than expected. */
  private static double excess(boolean[] gold, double[] odds, Line line) {
    double sum = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      sum += error(gold[unit], line.at(odds[unit]));
    }
    return sum;
  }

  /** The log odds of the share of cases. */
  private static double base(boolean[] gold) {
    double cases = 0;
    for (boolean one : gold) {
      cases += one ? 1 : 0;
    }
    return Math.log(cases / (gold.length - cases));
  }

  /**
   * Newton's method from the line without slope; steps that make the fit worse are halved. Null
   * when it does not converge.
   */
  private static @Nullable Line fitted(boolean[] gold, double[] odds) {
    Line line = new Line(base(gold), 0);
    double loss = loss(gold, odds, line);
    for (int i = 0; i < STEPS; i++) {
      double[] step = step(gold, odds, line);
      double share = 1;
      Line next = line.plus(step, share);
      double nextLoss = loss(gold, odds, next);
      while (!(nextLoss <= loss + ENOUGH * Math.abs(loss)) && share > ENOUGH) {
        share /= 2;
        next = line.plus(step, share);
        nextLoss = loss(gold, odds, next);
      }
      line = next;
      loss = nextLoss;
      if (Math.abs(step[0]) < ENOUGH * (1 + Math.abs(line.intercept))
          && Math.abs(step[1]) < ENOUGH * (1 + Math.abs(line.slope))) {
        return line;
      }
    }
    return null;
  }

  private static double loss(boolean[] gold, double[] odds, Line line) {
    double sum = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      double at = line.at(odds[unit]);
      double wrong = gold[unit] ? -at : at;
      sum += wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
    }
    return sum;
  }

  private static double[] step(boolean[] gold, double[] odds, Line line) {
    double first = 0;
    double second = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      double error = error(gold[unit], line.at(odds[unit]));
      first += error;
      second += error * odds[unit];
    }
    double[] information = information(line, odds);
    double determinant = determinant(information);
    return new double[] {
      (information[2] * first - information[1] * second) / determinant,
      (information[0] * second - information[1] * first) / determinant
    };
  }

  private static double error(boolean isCase, double logOdds) {
    return (isCase ? 1 : 0) - 1 / (1 + Math.exp(-logOdds));
  }

  private static double[] errors(Line line, double[] odds) {
    double[] information = information(line, odds);
    double determinant = determinant(information);
    return new double[] {
      Math.sqrt(information[2] / determinant), Math.sqrt(information[0] / determinant)
    };
  }

  /** Fisher's: the sums of p(1 - p), of that times the odds, and times their square. */
  private static double[] information(Line line, double[] odds) {
    double[] sums = new double[3];
    for (double at : odds) {
      double p = 1 / (1 + Math.exp(-line.at(at)));
      double weight = p * (1 - p);
      sums[0] += weight;
      sums[1] += weight * at;
      sums[2] += weight * at * at;
    }
    return sums;
  }

  private static double determinant(double[] information) {
    return information[0] * information[2] - information[1] * information[1];
  }
}
