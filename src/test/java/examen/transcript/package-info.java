/** Tests of this package. */
@NullMarked
package examen.transcript;

import org.jspecify.annotations.NullMarked;
