package examen.stats.design;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;

/**
 * How many items must be read without finding an error to say that there are fewer than so many
 * (the rule of three, Hanley and Lippman-Hand 1983; of a population Wright 1991).
 *
 * @param errorRate the share of errors that is to be ruled out, above 0 and at most 1
 * @param confidence between 0 and 1, one-sided
 */
public record ZeroErrorPlan(double errorRate, double confidence) {
  public ZeroErrorPlan {
    if (!(errorRate > 0 && errorRate <= 1 && confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("an error rate of " + errorRate + " at " + confidence);
    }
  }

  /** Of a population without end. */
  public Result size() {
    return Precision.wholeNumber(Math.log1p(-confidence) / Math.log1p(-errorRate));
  }

  /** How many errors a population of so many has at this rate, or more. */
  public long errorsIn(long population) {
    // Rounding must not make one more of them.
    return (long) Math.ceil(errorRate * population - 1e-9);
  }

  /** Of a population of so many; undefined in an empty one. */
  public Result size(long population) {
    if (population < 1) {
      return new Undefined("the population is empty");
    }
    long errors = errorsIn(population);
    double left = Math.log1p(-confidence);
    double log = 0;
    for (long n = 0; n < population; n++) {
      if (log <= left) {
        return new Estimate((double) n);
      }
      // One more item without an error: of what is left, those that are right.
      log += Math.log1p(-(double) errors / (population - n));
    }
    return new Estimate((double) population);
  }
}
