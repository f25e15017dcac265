package examen.desktop.inspector;

import examen.rating.Annotation;
import examen.rating.Link;
import org.jspecify.annotations.Nullable;

/**
 * A link in the making, before it is put.
 *
 * @param start the annotation at which the rater began
 * @param other the one at which they have arrived; null while that is none
 */
public record LinkDraft(Link.Type type, Annotation start, @Nullable Annotation other) {}
