package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;

/**
 * Fleiss' kappa for any number of raters (Fleiss 1971), with missing ratings as Gwet 2014 takes
 * them. It is Scott's pi for many raters, not Cohen's kappa. Undefined where no unit was rated by
 * two and where all ratings are one category.
 */
public final class FleissKappa extends CountedAgreement {
  private static final Undefined UNEQUAL = new Undefined("units have different numbers of ratings");

  @Override
  public String id() {
    return "fleiss-kappa";
  }

  @Override
  public String name() {
    return "Fleiss' kappa";
  }

  @Override
  public String source() {
    return "Fleiss 1971; Gwet 2014";
  }

  @Override
  Weighting weighting() {
    return Weighting.IDENTITY;
  }

  @Override
  double expected(double[] shares, double[][] weights) {
    return Arrays.stream(shares).map(share -> share * share).sum();
  }

  @Override
  double[] expectedOfEach(double[] shares, double[][] weights) {
    return shares;
  }

  /**
   * Kappa over its standard error if raters guessed (Fleiss, Nee and Landis 1979): for a test
   * against no agreement, never for an interval. Undefined also where units have different numbers
   * of ratings.
   */
  public Result z(ReliabilityTable table) {
    int raters = table.units() == 0 ? 0 : table.ratingsOf(0);
    double[] shares = new double[table.scale().size()];
    for (int unit = 0; unit < table.units(); unit++) {
      if (table.ratingsOf(unit) != raters) {
        return UNEQUAL;
      }
      int[] counts = table.counts(unit);
      Arrays.setAll(shares, category -> shares[category] + counts[category]);
    }
    double ratings = (double) table.units() * raters;
    double spread = 0;
    double skew = 0;
    for (double count : shares) {
      double share = count / ratings;
      spread += share * (1 - share);
      skew += share * (1 - share) * (1 - 2 * share);
    }
    double variance = 2 * (spread * spread - skew) / (spread * spread * ratings * (raters - 1.0));
    return switch (of(table)) {
      case Undefined undefined -> undefined;
      case Estimate(double kappa) -> new Estimate(kappa / Math.sqrt(variance));
    };
  }
}
