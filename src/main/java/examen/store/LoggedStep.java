package examen.store;

import examen.rating.Step;

/**
 * A step and its place in the log.
 *
 * @param seq the order in which it came into this file, from 1 without gaps
 * @param clock with the step's id, its place in the order of the log, which is the same in every
 *     file; from 1
 */
public record LoggedStep(long seq, long clock, Step step) {
  /** Whether this one comes after the other in the order of the log. */
  public boolean isAfter(LoggedStep other) {
    return clock != other.clock
        ? clock > other.clock
        : step.id().toString().compareTo(other.step.id().toString()) > 0;
  }
}
