package examen.stats.agreement;

import examen.stats.Statistic;
import java.util.List;

/** Every coefficient of agreement, in the order in which they are shown. */
public final class Coefficients {
  public static final List<Statistic> ALL = List.of(new PercentAgreement());

  private Coefficients() {}
}
