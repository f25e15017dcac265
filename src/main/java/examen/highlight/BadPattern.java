package examen.highlight;

/** A pattern of a rule that cannot be used. The message is one line for the pack's author. */
public final class BadPattern extends Exception {
  private static final long serialVersionUID = 1L;

  BadPattern(String why) {
    super(why);
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
