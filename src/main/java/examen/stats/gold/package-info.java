/** The one answer for each unit that is taken for right, derived from what several raters said. */
@NullMarked
package examen.stats.gold;

import org.jspecify.annotations.NullMarked;
