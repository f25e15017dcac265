package examen.report;

/** What a cell says, for programs: exact, where its text is rounded. */
public sealed interface Fact {
  /** Words only. */
  record Words() implements Fact {}

  /** How many. */
  record Count(long count) implements Fact {}

  /**
   * A number.
   *
   * @param value never NaN; may be infinite
   */
  @SuppressWarnings("AvoidCommonTypeNames") // Always written with its interface before it.
  record Number(double value) implements Fact {}

  /**
   * So many of so many.
   *
   * @param total may be 0
   */
  record Share(long count, long total) implements Fact {}

  /**
   * From where to where.
   *
   * @param confidence between 0 and 1
   * @param method of the interval, such as "Wilson"
   */
  record Range(double low, double high, double confidence, String method) implements Fact {}

  /** There is no such number. */
  record Undefined(String reason) implements Fact {}
}
