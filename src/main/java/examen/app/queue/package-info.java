/** Which transcripts a rater wants to see in the queue. */
@NullMarked
package examen.app.queue;

import org.jspecify.annotations.NullMarked;
