package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.Measurement;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.stream.IntStream;

/**
 * Krippendorff's alpha for nominal, ordinal, interval and ratio scales, as the scale of the table
 * says (Hayes and Krippendorff 2007; Krippendorff 2011). Any number of raters; ratings may be
 * missing; units with fewer than two ratings are left out. Undefined where no unit was rated by
 * two, where all ratings that can be paired are one category, and on a ratio scale with numbers
 * below 0.
 */
public final class KrippendorffAlpha implements ChanceCorrected {
  private static final Undefined BELOW_ZERO = new Undefined("a ratio scale has no number below 0");
  private static final Undefined BY_RATINGS =
      new Undefined("distances come from the ratings: only the bootstrap has it");

  @Override
  public String id() {
    return "krippendorff-alpha";
  }

  @Override
  public String name() {
    return "Krippendorff's alpha";
  }

  @Override
  public String source() {
    return "Hayes and Krippendorff 2007; Krippendorff 2011";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    return isBelowZero(table) ? new Lacking(table.units(), BELOW_ZERO) : alpha(table);
  }

  private static boolean isBelowZero(ReliabilityTable table) {
    return table.scale().measurement() == Measurement.RATIO
        && table.scale().values().stream().anyMatch(value -> value < 0);
  }

  private static Alpha alpha(ReliabilityTable table) {
    return new Alpha(Patterns.byCategory(table), table.scale().size(), Metric.of(table.scale()));
  }

  /**
   * The parts as Gwet writes alpha, with his standard error (Gwet 2014, chapter 5); that is
   * undefined on ordinal scales.
   */
  @Override
  public CorrectedAgreement parts(ReliabilityTable table) {
    if (isBelowZero(table)) {
      return CorrectedAgreement.lacking(BELOW_ZERO);
    }
    Alpha alpha = alpha(table);
    return switch (alpha.each()) {
      case Undefined undefined -> CorrectedAgreement.lacking(undefined);
      case Estimate coefficient -> new Parts(alpha).with(coefficient);
    };
  }

  /** Alpha as agreement: one less the share of the largest distance. */
  private static final class Parts {
    private final Alpha alpha;
    private final long[] sizes;
    private final Alpha.Disagreement found;
    private final Distance distance;
    private final double largest;

    Parts(Alpha alpha) {
      this.alpha = alpha;
      this.sizes = alpha.patterns().sizes();
      this.found = alpha.disagreement(sizes);
      this.distance = alpha.metric().given(found.margins());
      this.largest = largest();
    }

    CorrectedAgreement with(Estimate coefficient) {
      double n = found.pairable();
      double seen = 1 - found.observed() / n / largest;
      double expected = 1 - found.expected() / (n * n) / largest;
      Result error =
          switch (alpha.metric()) {
            case Metric.Fixed fixed -> standardError(seen, expected);
            case Metric.Ordinal ordinal -> BY_RATINGS;
          };
      // A rating is paired with itself once in n: Krippendorff's correction of small samples.
      double observed = (1 - 1 / n) * seen + 1 / n;
      return new CorrectedAgreement(
          coefficient, new Estimate(observed), new Estimate(expected), error, units() - 1.0);
    }

    private double largest() {
      int size = found.margins().length;
      return IntStream.range(0, size)
          .mapToDouble(
              a -> IntStream.range(0, a).mapToDouble(b -> distance.of(a, b)).max().orElse(0))
          .max()
          .orElse(0);
    }

    private long units() {
      long units = 0;
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        units += alpha.counted().get(pattern).hasPairs() ? sizes[pattern] : 0;
      }
      return units;
    }

    private Result standardError(double seen, double expected) {
      double n = units();
      double mean = found.pairable() / n;
      double plain = (seen - expected) / (1 - expected);
      double[] within = alpha.within(distance);
      double[] byCategory = byCategory();
      double squares = 0;
      for (int pattern = 0; pattern < sizes.length; pattern++) {
        Counted unit = alpha.counted().get(pattern);
        if (unit.hasPairs()) {
          double share = unit.ratings() / mean;
          double own = share - within[pattern] / largest / mean - seen * (share - 1);
          double chance = share * unit.mean(byCategory) - expected * (share - 1);
          double influence = (own - expected - 2 * (1 - plain) * (chance - expected));
          double apart = influence / (1 - expected) - plain;
          squares += sizes[pattern] * apart * apart;
        }
      }
      return n < 2 ? Reasons.FEW_UNITS : new Estimate(Math.sqrt(squares / (n * (n - 1))));
    }

    /** The agreement that a rating in each category has with all ratings. */
    private double[] byCategory() {
      long[] margins = found.margins();
      double n = found.pairable();
      return IntStream.range(0, margins.length)
          .mapToDouble(
              a ->
                  IntStream.range(0, margins.length)
                      .filter(b -> b != a)
                      .mapToDouble(b -> distance.of(a, b) * margins[b])
                      .sum())
          .map(disagreement -> 1 - disagreement / n / largest)
          .toArray();
    }
  }
}
