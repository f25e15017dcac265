/** What the rater decides: annotations and their details. */
@NullMarked
package examen.desktop.inspector;

import org.jspecify.annotations.NullMarked;
