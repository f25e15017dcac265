/** What is shown in place of a project that is damaged: going back to a backup, or a rescue. */
@NullMarked
package examen.desktop.damage;

import org.jspecify.annotations.NullMarked;
