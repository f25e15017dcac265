package examen.rating;

import examen.transcript.TranscriptId;

/**
 * A transcript given to a rater by a plan.
 *
 * @param place where it stands in this rater's own order, from 0
 */
public record Assignment(TranscriptId transcript, RaterId rater, int place) {}
