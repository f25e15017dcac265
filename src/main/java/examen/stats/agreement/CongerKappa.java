package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Weighed;
import java.util.Arrays;

/**
 * Conger's kappa: Cohen's for any number of raters, each with a habit of its own (Conger 1980),
 * with missing ratings and the standard error of Gwet 2014. Raters who rated nothing are left out.
 * Undefined where no unit was rated by two and where all ratings are one category.
 */
public final class CongerKappa implements ChanceCorrected {
  @Override
  public String id() {
    return "conger-kappa";
  }

  @Override
  public String name() {
    return "Conger's kappa";
  }

  @Override
  public String source() {
    return "Conger 1980; Gwet 2014";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    return new On(table);
  }

  @Override
  public CorrectedAgreement parts(ReliabilityTable table) {
    return new On(table).parts();
  }

  /** Kappa of one table. */
  private static final class On implements Weighed {
    private final Patterns patterns;
    private final int raters;
    private final int categories;
    private final double[] agreeing;

    On(ReliabilityTable table) {
      patterns = Patterns.byRater(table);
      raters = table.raters();
      categories = table.scale().size();
      agreeing = patterns.rows().stream().mapToDouble(On::agreeing).toArray();
    }

    /** The share of pairs that agree; NaN where there is no pair. */
    private static double agreeing(int[] ratings) {
      Counted unit = Counted.of(Patterns.said(ratings));
      double pairs = unit.ratings() * (unit.ratings() - 1.0);
      return unit.hasPairs() ? unit.pairs((a, b) -> a == b ? 1 : 0) / pairs : Double.NaN;
    }

    @Override
    public int units() {
      return patterns.units();
    }

    @Override
    public Result weighted(int[] weights) {
      return habits(patterns.weigh(weights)).kappa();
    }

    CorrectedAgreement parts() {
      long[] sizes = patterns.sizes();
      RaterHabits habits = habits(sizes);
      CorrectedAgreement plain = habits.parts();
      return plain.coefficient() instanceof Estimate(double kappa)
          ? new CorrectedAgreement(
              plain.coefficient(),
              plain.observed(),
              plain.expected(),
              standardError(sizes, habits, kappa),
              habits.units() - 1.0)
          : plain;
    }

    private RaterHabits habits(long[] sizes) {
      RaterHabits habits = new RaterHabits(raters, categories);
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        if (sizes[pattern] > 0) {
          habits.add(patterns.rows().get(pattern), agreeing[pattern], sizes[pattern]);
        }
      }
      return habits;
    }

    private Result standardError(long[] sizes, RaterHabits habits, double kappa) {
      double n = habits.units();
      double expected = habits.expected();
      double squares = 0;
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        int[] ratings = patterns.rows().get(pattern);
        if (Arrays.stream(ratings).anyMatch(rating -> rating != ReliabilityTable.MISSING)) {
          boolean paired = !Double.isNaN(agreeing[pattern]);
          double own = paired ? n / habits.paired() * (agreeing[pattern] - expected) : 0;
          double chance = 2 * (1 - kappa) * (habits.expectedOf(ratings) - expected);
          double apart = (own - chance) / (1 - expected) - kappa;
          squares += sizes[pattern] * apart * apart;
        }
      }
      return n < 2 ? Reasons.FEW_UNITS : new Estimate(Math.sqrt(squares / (n * (n - 1))));
    }
  }
}
