/** Tests of this package. */
@NullMarked
package examen.cli;

import org.jspecify.annotations.NullMarked;
