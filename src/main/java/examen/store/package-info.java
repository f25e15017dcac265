/** The project file: SQLite, opened, migrated, appended to and read. */
@NullMarked
package examen.store;

import org.jspecify.annotations.NullMarked;
