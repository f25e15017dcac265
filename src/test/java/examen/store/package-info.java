/** Tests of the project file, against real SQLite files. */
@NullMarked
package examen.store;

import org.jspecify.annotations.NullMarked;
