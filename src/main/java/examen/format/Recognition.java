package examen.format;

import org.jspecify.annotations.Nullable;

/**
 * What a format makes of a file at first sight.
 *
 * @param reason why, in a few words
 * @param mapping the places by which it would be read, where they are a guess that a person should
 *     look at
 */
public record Recognition(Certainty certainty, String reason, @Nullable Mapping mapping) {
  /** How sure; a more certain format wins over a less certain one. */
  public enum Certainty {
    /** Not this format. */
    NO,
    /** Its names can be taken for those of a transcript, if nothing else knows the file. */
    GUESS,
    /** Not a record by itself, but read together with one of this format. */
    COMPANION,
    /** It looks like it, though others may look the same. */
    LIKELY,
    /** It has what only this format has. */
    SURE
  }

  /** By what only formats have, so without a mapping. */
  public Recognition(Certainty certainty, String reason) {
    this(certainty, reason, null);
  }

  public static Recognition no() {
    return new Recognition(Certainty.NO, "");
  }
}
