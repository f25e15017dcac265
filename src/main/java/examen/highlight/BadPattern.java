package examen.highlight;

/** A pattern of a rule that cannot be used. The message is one line for the pack's author. */
public final class BadPattern extends Exception {
  private static final long serialVersionUID = 1L;

  /** The mistake has no place of its own: it is of the whole pattern. */
  static final int WHOLE = -1;

  private final String bare;
  private final int offset;

  BadPattern(String why) {
    super(why);
    this.bare = why;
    this.offset = WHOLE;
  }

  /** A mistake at this place of the pattern that was read, in UTF-16 code units. */
  BadPattern(String why, int offset) {
    super(why + " at " + offset);
    this.bare = why;
    this.offset = offset;
  }

  /** The same mistake, with where the pattern stands. */
  BadPattern within(String place) {
    return offset == WHOLE ? new BadPattern(place + bare) : new BadPattern(place + bare, offset);
  }

  /** Why, in one line. */
  public String why() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** Why, without the place. */
  String bare() {
    return bare;
  }

  /** Where in the pattern that was read, its fragments put in; {@link #WHOLE} for nowhere. */
  int offset() {
    return offset;
  }
}
