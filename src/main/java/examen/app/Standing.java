package examen.app;

/** How far a rater has got with a highlight. */
public enum Standing {
  /** Neither decided on nor marked with a tag. */
  UNDECIDED,
  /** Not decided on, but the rater put a tag on the place. */
  TAGGED,
  ACCEPTED,
  /** Accepted, but under another category, or with a tag that is for none. */
  ACCEPTED_AS,
  REJECTED
}
