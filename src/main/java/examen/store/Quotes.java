package examen.store;

import examen.transcript.Anchor;

/** Compares quotes with the text that they are said to be from. */
final class Quotes {
  private Quotes() {}

  /** Whether the anchor's quote is what stands at its span of this text, the text of its part. */
  static boolean stands(Anchor anchor, String partText) {
    return anchor.span().fits(partText)
        && partText.startsWith(anchor.quote(), anchor.span().start());
  }
}
