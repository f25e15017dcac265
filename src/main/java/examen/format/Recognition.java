package examen.format;

/**
 * What a format makes of a file at first sight.
 *
 * @param reason why, in a few words
 */
public record Recognition(Certainty certainty, String reason) {
  /** How sure; a more certain format wins over a less certain one. */
  public enum Certainty {
    /** Not this format. */
    NO,
    /** Not a record by itself, but read together with one of this format. */
    COMPANION,
    /** It looks like it, though others may look the same. */
    LIKELY,
    /** It has what only this format has. */
    SURE
  }

  public static Recognition no() {
    return new Recognition(Certainty.NO, "");
  }
}
