/** The list of transcripts. */
@NullMarked
package examen.desktop.queue;

import org.jspecify.annotations.NullMarked;
