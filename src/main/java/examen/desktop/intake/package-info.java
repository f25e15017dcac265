/** Taking transcripts in: looking first, then deciding, then importing, and the reports kept. */
@NullMarked
package examen.desktop.intake;

import org.jspecify.annotations.NullMarked;
