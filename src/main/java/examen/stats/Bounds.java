package examen.stats;

/** An interval around a number, or why there is none. */
public sealed interface Bounds permits Interval, Undefined {}
