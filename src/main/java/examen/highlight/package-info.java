/** Rules that find spans worth looking at. */
@NullMarked
package examen.highlight;

import org.jspecify.annotations.NullMarked;
