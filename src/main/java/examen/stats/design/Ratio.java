package examen.stats.design;

/**
 * What is divided by what, a number of each for each unit of a sample.
 *
 * @param y above
 * @param x below
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ratio(double[] y, double[] x) {}
