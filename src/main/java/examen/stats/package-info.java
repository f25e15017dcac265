/**
 * Statistics on tables of numbers and categories: agreement, audits, estimates from samples, rates.
 * Knows no transcript.
 */
@NullMarked
package examen.stats;

import org.jspecify.annotations.NullMarked;
