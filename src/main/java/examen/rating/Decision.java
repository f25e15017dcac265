package examen.rating;

/** What becomes of a command. */
public sealed interface Decision {
  /** It may be done: this step, once stored, does it. */
  record Accepted(Step step) implements Decision {}

  /** It may not, and nothing has changed. */
  record Refused(String reason) implements Decision {}
}
