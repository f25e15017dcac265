/** The list of what a rater did, and going back in it. */
@NullMarked
package examen.desktop.history;

import org.jspecify.annotations.NullMarked;
