/** The command palette and the key sheet: two views of one list of actions. */
@NullMarked
package examen.desktop.commands;

import org.jspecify.annotations.NullMarked;
