/** Tests of this package. */
@NullMarked
package examen.export;

import org.jspecify.annotations.NullMarked;
