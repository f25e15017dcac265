/** The composition root. */
@NullMarked
package examen;

import org.jspecify.annotations.NullMarked;
