/** The transcript with its highlights and annotations. */
@NullMarked
package examen.desktop.reader;

import org.jspecify.annotations.NullMarked;
