package examen.store;

import examen.rating.Step;

/**
 * A step and its place in one file's log.
 *
 * @param seq from 1, without gaps
 */
public record LoggedStep(long seq, Step step) {}
