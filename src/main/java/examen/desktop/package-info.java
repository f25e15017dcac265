/** The window. */
@NullMarked
package examen.desktop;

import org.jspecify.annotations.NullMarked;
