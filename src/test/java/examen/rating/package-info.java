/** Tests of this package. */
@NullMarked
package examen.rating;

import org.jspecify.annotations.NullMarked;
