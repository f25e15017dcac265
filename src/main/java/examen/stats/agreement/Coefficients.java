package examen.stats.agreement;

import examen.stats.Statistic;
import java.util.List;

/** Every coefficient of agreement, in the order in which they are shown. */
public final class Coefficients {
  public static final List<Statistic> ALL =
      List.of(
          new PercentAgreement(),
          new PooledAgreement(),
          new CompleteAgreement(),
          new KrippendorffAlpha(),
          new GwetAc(Weighting.IDENTITY),
          new GwetAc(Weighting.LINEAR),
          new GwetAc(Weighting.QUADRATIC),
          new PositiveAgreement(),
          new NegativeAgreement(),
          new CohenKappa(Weighting.IDENTITY),
          new CohenKappa(Weighting.LINEAR),
          new CohenKappa(Weighting.QUADRATIC),
          new FleissKappa(),
          new CongerKappa(),
          new ScottPi(),
          new BrennanPrediger());

  private Coefficients() {}
}
