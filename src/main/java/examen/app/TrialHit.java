package examen.app;

import examen.transcript.Anchor;

/**
 * A place that a rule finds, in the words around it.
 *
 * @param title of the transcript
 * @param anchor the sentence
 * @param before words before the cue, at most {@link #WORDS_AROUND} UTF-16 code units of the part
 * @param cue the words that the rule finds
 * @param after words behind the cue
 */
public record TrialHit(
    String title, Anchor anchor, String before, String cue, String after, Compared compared) {
  static final int WORDS_AROUND = 90;

  /** Longer cues are cut. */
  static final int LONGEST_CUE = 200;

  /** How a rule that is tried and the rule as it is stored differ at a place. */
  public enum Compared {
    /** Both find it. */
    SAME,
    /** Only the rule that is tried finds it. */
    NEW,
    /** Only the stored rule finds it. */
    LOST
  }
}
