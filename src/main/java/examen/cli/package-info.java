/** One class per command. */
@NullMarked
package examen.cli;

import org.jspecify.annotations.NullMarked;
