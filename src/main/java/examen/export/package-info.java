/** Files out. */
@NullMarked
package examen.export;

import org.jspecify.annotations.NullMarked;
