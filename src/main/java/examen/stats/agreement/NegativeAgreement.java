package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;

/**
 * Agreement on the first of two declared categories, as of absent and present, no and yes
 * (Cicchetti and Feinstein 1990). Undefined on scales of other sizes and where nobody chose it.
 */
public final class NegativeAgreement implements Statistic {
  @Override
  public String id() {
    return "negative-agreement";
  }

  @Override
  public String name() {
    return "Negative agreement";
  }

  @Override
  public String source() {
    return "Cicchetti and Feinstein 1990";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    return table.scale().size() == 2
        ? SpecificAgreement.on(table, 0)
        : new Lacking(table.units(), Reasons.TWO_CATEGORIES);
  }
}
