/** How far raters agree on where something is said, and under which label. */
@NullMarked
package examen.stats.span;

import org.jspecify.annotations.NullMarked;
