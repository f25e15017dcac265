package examen.stats.audit;

/**
 * What comes of it when all units with at least this score are labelled.
 *
 * @param threshold a score that was given
 * @param confusion against the gold
 */
public record Threshold(double threshold, Confusion confusion) {}
