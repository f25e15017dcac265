/** What raters did: changes, steps, the ledger. */
@NullMarked
package examen.rating;

import org.jspecify.annotations.NullMarked;
