package examen.stats.rate;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;

/**
 * Two causes, each present or not, such as goal conflict and threat of replacement: how much more
 * both together do than each adds alone, in points of the rate. The interval is made of the four
 * intervals of Wilson (MOVER, Zou and Donner 2008), so empty cells do not break it. Undefined where
 * a cell has no items.
 *
 * @param both rate where both causes are present
 * @param one where only the one is
 * @param other where only the other is
 * @param neither where none is
 */
public record Interaction(Proportion both, Proportion one, Proportion other, Proportion neither) {
  private static final Undefined EMPTY = new Undefined("a cell has no items");

  public Result estimate() {
    return isEmpty() ? EMPTY : new Estimate(value());
  }

  public Bounds mover(double confidence) {
    if (isEmpty()) {
      return EMPTY;
    }
    double below =
        below(both, confidence)
            + above(one, confidence)
            + above(other, confidence)
            + below(neither, confidence);
    double above =
        above(both, confidence)
            + below(one, confidence)
            + below(other, confidence)
            + above(neither, confidence);
    return new Interval(
        value() - Math.sqrt(below), value() + Math.sqrt(above), confidence, "MOVER, Wilson");
  }

  private double value() {
    return TwoRates.rate(both) - TwoRates.rate(one) - TwoRates.rate(other) + TwoRates.rate(neither);
  }

  private static double below(Proportion cell, double confidence) {
    double away = TwoRates.rate(cell) - ((Interval) cell.wilson(confidence)).low();
    return away * away;
  }

  private static double above(Proportion cell, double confidence) {
    double away = ((Interval) cell.wilson(confidence)).high() - TwoRates.rate(cell);
    return away * away;
  }

  private boolean isEmpty() {
    return both.total() == 0 || one.total() == 0 || other.total() == 0 || neither.total() == 0;
  }
}
