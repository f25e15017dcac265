/** Tests of this package. */
@NullMarked
package examen.desktop.shell;

import org.jspecify.annotations.NullMarked;
