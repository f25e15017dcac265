/** The window itself: rail, status bar, actions. */
@NullMarked
package examen.desktop.shell;

import org.jspecify.annotations.NullMarked;
