package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Weighed;

/**
 * Scott's pi of two raters (Scott 1955): chance is that both use the categories as often as the two
 * do together. Fleiss' kappa is the same for more raters. Undefined for other numbers of raters,
 * where no unit was rated by both, and where all ratings are one category.
 */
public final class ScottPi implements ChanceCorrected {
  private final FleissKappa many = new FleissKappa();

  @Override
  public String id() {
    return "scott-pi";
  }

  @Override
  public String name() {
    return "Scott's pi";
  }

  @Override
  public String source() {
    return "Scott 1955; Gwet 2014";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    return table.raters() == 2 ? many.on(table) : new Lacking(table.units(), Reasons.TWO_RATERS);
  }

  @Override
  public CorrectedAgreement parts(ReliabilityTable table) {
    return table.raters() == 2 ? many.parts(table) : CorrectedAgreement.lacking(Reasons.TWO_RATERS);
  }
}
