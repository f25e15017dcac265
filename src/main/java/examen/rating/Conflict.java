package examen.rating;

/**
 * A change that was not made over what stands before it in the log: its rater worked in two copies
 * of the project, and both changed the same thing. The later one in the log's order holds; the
 * other stays in the log.
 *
 * @param change what the later step says
 */
public record Conflict(Step step, Change change) {}
