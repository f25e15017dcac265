package examen.rating;

import examen.codebook.TagId;

/**
 * The annotation that a rater puts by accepting a highlight.
 *
 * @param tag the tag that it is put with; the rater may change it later
 */
public record Tagging(AnnotationId annotation, TagId tag) {}
