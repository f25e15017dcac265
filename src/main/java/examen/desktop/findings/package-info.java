/** The Findings workspace: analyses are chosen, made, looked at and saved. */
@NullMarked
package examen.desktop.findings;

import org.jspecify.annotations.NullMarked;
