package examen.app.search;

/** What was to be looked for cannot be understood. */
public final class BadQuery extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;

  /**
   * @param why in one line
   * @param at where, in UTF-16 code units from the start of what was typed
   */
  public BadQuery(String why, int at) {
    super(why);
    this.at = at;
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** Where, in UTF-16 code units from the start of what was typed. */
  public int at() {
    return at;
  }
}
