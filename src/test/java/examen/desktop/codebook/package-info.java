/** Tests of the Codebook workspace. */
@NullMarked
package examen.desktop.codebook;

import org.jspecify.annotations.NullMarked;
