package examen.stats.agreement;

import java.util.Arrays;

/**
 * Gwet's AC1, and AC2 with weights (Gwet 2008, 2014): chance agreement is small where nearly all
 * units are of one category, so rare behaviour does not make the coefficient collapse; nor does it
 * then say anything of the rare category, so positive agreement stands beside it. It depends on how
 * many categories are declared. Undefined where no unit was rated by two, where only one category
 * is declared, and with weights where the categories have no order.
 */
public final class GwetAc extends CountedAgreement {
  private final Weighting weighting;

  /**
   * @param weighting {@link Weighting#IDENTITY} for AC1, others for AC2
   */
  public GwetAc(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public String id() {
    return weighting == Weighting.IDENTITY ? "gwet-ac1" : "gwet-ac2" + weighting.suffix();
  }

  @Override
  public String name() {
    return weighting == Weighting.IDENTITY ? "Gwet's AC1" : "Gwet's AC2" + weighting.title();
  }

  @Override
  public String source() {
    return "Gwet 2008; Gwet 2014";
  }

  @Override
  Weighting weighting() {
    return weighting;
  }

  @Override
  double expected(double[] shares, double[][] weights) {
    return shares.length == 1
        ? 1
        : scale(weights) * Arrays.stream(shares).map(share -> share * (1 - share)).sum();
  }

  @Override
  double[] expectedOfEach(double[] shares, double[][] weights) {
    double scale = scale(weights);
    return Arrays.stream(shares).map(share -> scale * (1 - share)).toArray();
  }

  private static double scale(double[][] weights) {
    int q = weights.length;
    return total(weights) / (q * (q - 1.0));
  }
}
