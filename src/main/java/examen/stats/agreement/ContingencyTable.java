package examen.stats.agreement;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;

/** How often two raters chose which two categories, and how far these agree. */
final class ContingencyTable {
  private final long[][] counts;
  private final double[][] weights;
  private final double[] rows;
  private final double[] columns;
  private double n;
  private double against;
  private double againstByChance;

  ContingencyTable(long[][] counts, double[][] weights) {
    this.counts = counts;
    this.weights = weights;
    this.rows = new double[counts.length];
    this.columns = new double[counts.length];
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < rows.length; b++) {
        rows[a] += counts[a][b];
        columns[b] += counts[a][b];
        n += counts[a][b];
      }
    }
    disagree();
  }

  /** Sums disagreement, so that perfect agreement is exactly 1 and no variation exactly 0 / 0. */
  private void disagree() {
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < rows.length; b++) {
        against += counts[a][b] * (1 - weights[a][b]);
        againstByChance += rows[a] * columns[b] * (1 - weights[a][b]);
      }
    }
    against /= n;
    againstByChance /= n * n;
  }

  Result kappa() {
    if (n == 0) {
      return CohenKappa.NO_UNITS;
    }
    return againstByChance == 0
        ? Reasons.NO_VARIATION
        : new Estimate(1 - against / againstByChance);
  }

  CorrectedAgreement parts() {
    return switch (kappa()) {
      case Undefined undefined -> CorrectedAgreement.lacking(undefined);
      case Estimate kappa ->
          new CorrectedAgreement(
              kappa,
              new Estimate(1 - against),
              new Estimate(1 - againstByChance),
              standardError(),
              Double.POSITIVE_INFINITY);
    };
  }

  /** Fleiss, Cohen and Everitt 1969, equation 14. */
  private Result standardError() {
    double observed = 1 - against;
    double expected = 1 - againstByChance;
    double sum = 0;
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < rows.length; b++) {
        double margins = ofRow(a) + ofColumn(b);
        double term = weights[a][b] * againstByChance - margins * against;
        sum += counts[a][b] / n * term * term;
      }
    }
    double less = observed * expected - 2 * expected + observed;
    double variance = Math.max(0, sum - less * less) / (n * Math.pow(againstByChance, 4));
    return new Estimate(Math.sqrt(variance));
  }

  /** How far a rating of the first rater agrees with all of the second. */
  private double ofRow(int row) {
    double sum = 0;
    for (int column = 0; column < columns.length; column++) {
      sum += weights[row][column] * columns[column];
    }
    return sum / n;
  }

  private double ofColumn(int column) {
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      sum += weights[row][column] * rows[row];
    }
    return sum / n;
  }
}
