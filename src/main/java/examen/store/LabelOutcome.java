package examen.store;

/** What became of a classifier's label that was to be stored. */
public enum LabelOutcome {
  /** It is new and was stored. */
  STORED,
  /** The same label is there already. */
  PRESENT,
  /** The run has another label of that name and number on that transcript, which stays. */
  CONFLICT,
  /** The project has no such transcript. */
  NO_TRANSCRIPT
}
