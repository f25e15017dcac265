package examen.app;

/** What was asked for cannot be done; the message is one line for the user. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String why) {
    super(why);
  }

  public Refusal(String why, Throwable cause) {
    super(why, cause);
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
