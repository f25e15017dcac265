package examen.format;

/**
 * A file or record is not what it seems. The message is one line for the user; it holds no
 * transcript text.
 */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  public Malformed(String why) {
    super(why);
  }

  public Malformed(String why, Throwable cause) {
    super(why, cause);
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
