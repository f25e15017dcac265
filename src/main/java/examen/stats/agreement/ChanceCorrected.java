package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Statistic;

/** A coefficient that takes away what chance would give. */
public interface ChanceCorrected extends Statistic {
  /** The coefficient with what it is made of and its standard error. */
  CorrectedAgreement parts(ReliabilityTable table);
}
