/** Files in: transcript formats, rule packs and codebooks. */
@NullMarked
package examen.format;

import org.jspecify.annotations.NullMarked;
