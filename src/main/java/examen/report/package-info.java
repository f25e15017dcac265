/** Tables and figures as data: drawn by the window, printed by commands, written to files. */
@NullMarked
package examen.report;

import org.jspecify.annotations.NullMarked;
