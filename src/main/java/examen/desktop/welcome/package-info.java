/** The first page, the tour of the sample project, and the proposal of a break. */
@NullMarked
package examen.desktop.welcome;

import org.jspecify.annotations.NullMarked;
