package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cohen's kappa of two raters (Cohen 1960), with linear or quadratic weights over the declared
 * scale (Cohen 1968); its standard error is that of Fleiss, Cohen and Everitt 1969. Units that one
 * of the two did not rate are left out. Undefined for other numbers of raters, where no unit was
 * rated by both, where both used one and the same category only, and with weights where the
 * categories have no order.
 */
public final class CohenKappa implements ChanceCorrected {
  static final Undefined NO_UNITS = new Undefined("no unit was rated by both");

  private final Weighting weighting;

  public CohenKappa(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public String id() {
    return "cohen-kappa" + weighting.suffix();
  }

  @Override
  public String name() {
    return "Cohen's kappa" + weighting.title();
  }

  @Override
  public String source() {
    return "Cohen 1960, 1968; Fleiss, Cohen and Everitt 1969";
  }

  @Override
  public Weighed on(ReliabilityTable table) {
    if (table.raters() != 2) {
      return new Lacking(table.units(), Reasons.TWO_RATERS);
    }
    return weighting.suits(table.scale())
        ? new On(cells(table), weighting.of(table.scale()))
        : new Lacking(table.units(), Reasons.NO_ORDER);
  }

  @Override
  public CorrectedAgreement parts(ReliabilityTable table) {
    if (table.raters() != 2) {
      return CorrectedAgreement.lacking(Reasons.TWO_RATERS);
    }
    return weighting.suits(table.scale())
        ? new ContingencyTable(counts(table), weighting.of(table.scale())).parts()
        : CorrectedAgreement.lacking(Reasons.NO_ORDER);
  }

  /**
   * How many units the first rater put into the category of the row and the second into that of the
   * column.
   *
   * @throws IllegalArgumentException when there are not two raters
   */
  public static long[][] counts(ReliabilityTable table) {
    if (table.raters() != 2) {
      throw new IllegalArgumentException(table.raters() + " raters");
    }
    int[] ones = new int[table.units()];
    Arrays.fill(ones, 1);
    return counts(cells(table), ones, table.scale().size());
  }

  private static long[][] counts(int[] cells, int[] weights, int size) {
    long[] flat = new long[size * size];
    for (int unit = 0; unit < cells.length; unit++) {
      if (cells[unit] != ReliabilityTable.MISSING) {
        flat[cells[unit]] += weights[unit];
      }
    }
    return IntStream.range(0, size)
        .mapToObj(row -> Arrays.copyOfRange(flat, row * size, (row + 1) * size))
        .toArray(long[][]::new);
  }

  /** For each unit its cell in the table of the two raters, row by row. */
  private static int[] cells(ReliabilityTable table) {
    int[] cells = new int[table.units()];
    for (int unit = 0; unit < cells.length; unit++) {
      int first = table.rating(unit, 0);
      int second = table.rating(unit, 1);
      boolean both = first != ReliabilityTable.MISSING && second != ReliabilityTable.MISSING;
      cells[unit] = both ? first * table.scale().size() + second : ReliabilityTable.MISSING;
    }
    return cells;
  }

  /** Kappa of one table. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record On(int[] cells, double[][] weights) implements Weighed {
    @Override
    public int units() {
      return cells.length;
    }

    @Override
    public Result weighted(int[] unitWeights) {
      return new ContingencyTable(counts(cells, unitWeights, weights.length), weights).kappa();
    }
  }
}
