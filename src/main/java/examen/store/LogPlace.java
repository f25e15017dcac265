package examen.store;

/** A place in the order of the log: that of a step with this clock and id. */
record LogPlace(long clock, String id) implements Comparable<LogPlace> {
  /** Before all steps. */
  static final LogPlace START = new LogPlace(0, "");

  static LogPlace of(StepRow row) {
    return new LogPlace(row.clock(), row.id());
  }

  @Override
  public int compareTo(LogPlace other) {
    int byClock = Long.compare(clock, other.clock);
    return byClock != 0 ? byClock : id.compareTo(other.id);
  }
}
