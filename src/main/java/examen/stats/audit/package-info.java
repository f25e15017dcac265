/** How far a classifier can be trusted: its labels beside those of humans. */
@NullMarked
package examen.stats.audit;

import org.jspecify.annotations.NullMarked;
