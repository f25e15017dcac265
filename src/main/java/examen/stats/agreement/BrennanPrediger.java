package examen.stats.agreement;

import java.util.Arrays;

/**
 * The coefficient of Brennan and Prediger 1981, with any number of raters also called Randolph's
 * free-marginal kappa: chance is that each declared category is as likely as the others. Undefined
 * where no unit was rated by two and where only one category is declared.
 */
public final class BrennanPrediger extends CountedAgreement {
  @Override
  public String id() {
    return "brennan-prediger";
  }

  @Override
  public String name() {
    return "Brennan-Prediger";
  }

  @Override
  public String source() {
    return "Brennan and Prediger 1981; Gwet 2014";
  }

  @Override
  Weighting weighting() {
    return Weighting.IDENTITY;
  }

  @Override
  double expected(double[] shares, double[][] weights) {
    return total(weights) / ((double) shares.length * shares.length);
  }

  @Override
  double[] expectedOfEach(double[] shares, double[][] weights) {
    double[] same = new double[shares.length];
    Arrays.fill(same, expected(shares, weights));
    return same;
  }
}
