/** Tests of the Findings workspace. */
@NullMarked
package examen.desktop.findings;

import org.jspecify.annotations.NullMarked;
