/** The only code that knows the JavaFX thread. */
@NullMarked
package examen.desktop.fx;

import org.jspecify.annotations.NullMarked;
