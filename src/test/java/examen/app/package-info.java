/** Tests of this package. */
@NullMarked
package examen.app;

import org.jspecify.annotations.NullMarked;
