package examen.stats.gold;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Scale;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the model of Dawid and Skene believes of units and raters. */
public final class DawidSkeneFit {
  /** Below this posterior probability a unit goes to adjudication. */
  public static final double SURE = 0.9;

  /** With fewer votes on a unit the model is not determined by the votes. */
  public static final int VOTES_WANTED = 3;

  private final double[][] posterior;
  private final double[] prior;
  private final double[][][] error;
  private final int[] votesOn;
  private final Course course;

  DawidSkeneFit(
      double[][] posterior, double[] prior, double[][][] error, int[] votesOn, Course course) {
    this.posterior = posterior;
    this.prior = prior;
    this.error = error;
    this.votesOn = votesOn;
    this.course = course;
  }

  /** Why the fitting stopped. */
  public enum End {
    STOOD_STILL,
    OUT_OF_STEPS
  }

  /**
   * How the fitting went.
   *
   * @param logLikelihood of the votes at its end
   */
  public record Course(double logLikelihood, int steps, End end) {}

  public Course course() {
    return course;
  }

  /** How likely the unit is of the category; undefined where nobody voted on it. */
  public Result posterior(int unit, int category) {
    return votesOn[unit] == 0 ? new Undefined("no votes") : new Estimate(posterior[unit][category]);
  }

  /** How frequent the category is; undefined where there are no votes at all. */
  public Result prior(int category) {
    boolean any = Arrays.stream(votesOn).anyMatch(votes -> votes > 0);
    return any ? new Estimate(prior[category]) : new Undefined("no votes");
  }

  /** How likely the rater says {@code said} of what is {@code truth}. */
  public double error(int rater, int truth, int said) {
    return error[rater][truth][said];
  }

  /** How many of the units that have votes have fewer than the model wants. */
  public long thinUnits() {
    return Arrays.stream(votesOn).filter(votes -> votes > 0 && votes < VOTES_WANTED).count();
  }

  /** The likeliest category of each unit, where it is at least as likely as {@link #SURE}. */
  public GoldView gold(Scale scale) {
    return gold(scale, SURE);
  }

  /**
   * @param sure the posterior probability from which a unit is settled; two categories that are as
   *     likely never settle it
   */
  public GoldView gold(Scale scale, double sure) {
    List<Gold> units = IntStream.range(0, posterior.length).mapToObj(u -> gold(u, sure)).toList();
    String rule =
        String.format(
            Locale.ROOT,
            "Dawid and Skene 1979, %d steps, log-likelihood %.4f%s; posterior below %s unresolved",
            course.steps(),
            course.logLikelihood(),
            course.end() == End.STOOD_STILL ? "" : " and still moving",
            sure);
    return new GoldView(rule, scale, units);
  }

  private Gold gold(int unit, double sure) {
    if (votesOn[unit] == 0) {
      return new Gold.Unresolved(Gold.Cause.NO_VOTES);
    }
    int best = likeliest(unit);
    if (isShared(unit, best)) {
      return new Gold.Unresolved(Gold.Cause.TIE);
    }
    return posterior[unit][best] >= sure
        ? new Gold.Settled(best, Gold.Basis.MODEL)
        : new Gold.Unresolved(Gold.Cause.POSTERIOR_TOO_SMALL);
  }

  /** Whether another category is as likely. */
  private boolean isShared(int unit, int best) {
    double most = posterior[unit][best];
    return Arrays.stream(posterior[unit]).filter(p -> p == most).count() > 1;
  }

  private int likeliest(int unit) {
    int best = 0;
    for (int category = 1; category < posterior[unit].length; category++) {
      best = posterior[unit][category] > posterior[unit][best] ? category : best;
    }
    return best;
  }
}
