/** What was said, and how to point into it. */
@NullMarked
package examen.transcript;

import org.jspecify.annotations.NullMarked;
