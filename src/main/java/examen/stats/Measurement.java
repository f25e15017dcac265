package examen.stats;

/** What the categories of a scale mean to each other (Stevens 1946). */
public enum Measurement {
  /** Only the same or another. */
  NOMINAL,
  /** In an order, without distances. */
  ORDINAL,
  /** Numbers with distances. */
  INTERVAL,
  /** Numbers with distances and a zero. */
  RATIO
}
