package examen.stats.rate;

import java.util.function.DoublePredicate;

/** Where something stops being so. */
public final class Root {
  private static final int STEPS = 200;

  private Root() {}

  /**
   * By halving, to the last digit.
   *
   * @param holds is true from {@code here} on to some place, and false from there on to {@code
   *     there}, which may lie to either side
   */
  public static double boundary(double here, double there, DoublePredicate holds) {
    double yes = here;
    double no = there;
    for (int step = 0; step < STEPS; step++) {
      double middle = yes + (no - yes) / 2;
      if (middle == yes || middle == no) {
        break;
      }
      if (holds.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
