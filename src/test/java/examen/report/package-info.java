/** Tests of tables and figures as data. */
@NullMarked
package examen.report;

import org.jspecify.annotations.NullMarked;
