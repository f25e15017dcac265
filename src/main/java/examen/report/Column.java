package examen.report;

/**
 * A column of a table.
 *
 * @param id for programs: lower-case words joined by hyphens, once in its table
 * @param title as it is shown
 */
public record Column(String id, String title, Side side) {
  /** At which side its cells stand. */
  public enum Side {
    /** Words. */
    START,
    /** Numbers. */
    END
  }

  public static Column words(String id, String title) {
    return new Column(id, title, Side.START);
  }

  public static Column numbers(String id, String title) {
    return new Column(id, title, Side.END);
  }
}
