package examen.app.privacy;

/** A list of patterns cannot be used. */
public final class BadPatternFile extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param why in one line, with the place
   */
  public BadPatternFile(String why) {
    super(why);
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
