/** Questions asked of the labels: agreement, audits, samples, rates by condition, comparisons. */
@NullMarked
package examen.study;

import org.jspecify.annotations.NullMarked;
