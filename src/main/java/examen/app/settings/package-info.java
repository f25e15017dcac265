/** What a user chose for all projects, kept in one file. */
@NullMarked
package examen.app.settings;

import org.jspecify.annotations.NullMarked;
