package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;

/**
 * Agreement on the second of two declared categories, as of absent and present, no and yes
 * (Cicchetti and Feinstein 1990). Undefined on scales of other sizes and where nobody chose it.
 */
public final class PositiveAgreement implements Statistic {
  @Override
  public String id() {
    return "positive-agreement";
  }

  @Override
  public String name() {
    return "Positive agreement";
  }

  @Override
  public String source() {
    return "Cicchetti and Feinstein 1990";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    return table.scale().size() == 2
        ? SpecificAgreement.on(table, 1)
        : new Lacking(table.units(), Reasons.TWO_CATEGORIES);
  }
}
