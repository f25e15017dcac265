package examen.highlight;

/**
 * What keeps a rule from being used, and where in it.
 *
 * @param item index in that list of the rule, from 0; {@link #NONE} where it is the list as a whole
 * @param offset where in that item, in UTF-16 code units of it as it was written, from 0 to its
 *     length; {@link #NONE} where it is the item as a whole
 * @param why one line, without the place
 */
public record RuleMistake(Place place, int item, int offset, String why) {
  public static final int NONE = -1;

  /** The lists of a rule. */
  public enum Place {
    CUES("cues"),
    PATTERNS("patterns"),
    UNLESS("unless"),
    FINDS("finds"),
    PASSES("passes"),
    /** The rule as a whole. */
    RULE("rule");

    private final String wire;

    Place(String wire) {
      this.wire = wire;
    }

    /** The name in files of rules. */
    public String wire() {
      return wire;
    }
  }
}
