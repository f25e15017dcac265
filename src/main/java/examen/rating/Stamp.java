package examen.rating;

import java.time.Instant;

/** What a step carries besides what it does: its id, its time to the millisecond, its rater. */
public record Stamp(StepId id, Instant at, RaterId rater) {}
