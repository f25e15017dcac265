/** Tests that hold the shape of the whole. */
@NullMarked
package examen;

import org.jspecify.annotations.NullMarked;
