package examen.stats;

/**
 * A total over units divided by another total over the same units: means, shares and other ratio
 * estimates (Cochran 1977, chapter 6). Undefined, with the given reason, where both totals are 0.
 *
 * @param numerators what each unit adds above the line
 * @param denominators what each unit adds below it, from 0; a unit that does not count adds 0 twice
 * @param reason why there is no such number, when nothing was added below the line
 */
@SuppressWarnings("ArrayRecordComponent") // two columns of numbers; never compared
public record RatioOfTotals(double[] numerators, double[] denominators, String reason)
    implements Weighed {
  public RatioOfTotals {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          numerators.length + " numerators, " + denominators.length + " denominators");
    }
  }

  @Override
  public int units() {
    return numerators.length;
  }

  @Override
  public Result weighted(int[] weights) {
    double above = 0;
    double below = 0;
    for (int unit = 0; unit < numerators.length; unit++) {
      above += weights[unit] * numerators[unit];
      below += weights[unit] * denominators[unit];
    }
    return Result.ratio(above, below, reason);
  }
}
