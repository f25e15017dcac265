/** The use cases: the whole product without a screen. */
@NullMarked
package examen.app;

import org.jspecify.annotations.NullMarked;
