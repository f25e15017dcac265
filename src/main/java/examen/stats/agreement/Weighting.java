package examen.stats.agreement;

import examen.stats.Measurement;
import examen.stats.Scale;
import java.util.List;

/** How far two answers that differ count as agreement (Cohen 1968). */
public enum Weighting {
  /** Not at all. */
  IDENTITY("", ""),
  /** Less the farther they are apart on the declared scale. */
  LINEAR("-linear", ", linear weights"),
  /** Less by the square of how far they are apart on the declared scale. */
  QUADRATIC("-quadratic", ", quadratic weights");

  private final String suffix;
  private final String title;

  Weighting(String suffix, String title) {
    this.suffix = suffix;
    this.title = title;
  }

  /** Ends the id of a coefficient. */
  String suffix() {
    return suffix;
  }

  /** Ends the name of a coefficient. */
  String title() {
    return title;
  }

  /** Whether the scale has what the weights ask for: an order, and numbers that differ. */
  boolean suits(Scale scale) {
    return this == IDENTITY
        || (scale.measurement() != Measurement.NOMINAL && (scale.size() == 1 || range(scale) > 0));
  }

  /** For each pair of categories, from 0 to 1; 1 on the diagonal. */
  double[][] of(Scale scale) {
    int size = scale.size();
    double[][] weights = new double[size][size];
    double range = range(scale);
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double apart = Math.abs(scale.values().get(a) - scale.values().get(b)) / range;
        weights[a][b] = a == b ? 1 : 1 - distance(apart);
      }
    }
    return weights;
  }

  private double distance(double apart) {
    return switch (this) {
      case IDENTITY -> 1;
      case LINEAR -> apart;
      case QUADRATIC -> apart * apart;
    };
  }

  private static double range(Scale scale) {
    List<Double> values = scale.values();
    double least = values.stream().mapToDouble(v -> v).min().orElse(0);
    double most = values.stream().mapToDouble(v -> v).max().orElse(0);
    return most - least;
  }
}
