/** How far raters agree on what they said of the same units. */
@NullMarked
package examen.stats.agreement;

import org.jspecify.annotations.NullMarked;
