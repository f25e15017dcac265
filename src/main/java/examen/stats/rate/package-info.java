/** Rates and their comparison: proportions, two rates, strata, trends, clusters, many tests. */
@NullMarked
package examen.stats.rate;

import org.jspecify.annotations.NullMarked;
