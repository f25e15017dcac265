package examen.codebook;

/**
 * One answer that a question allows.
 *
 * @param id what is stored, lower-case words joined by hyphens
 * @param needsEvidence whether the rater is asked for the span that shows it
 */
public record Answer(String id, String text, boolean needsEvidence) {}
