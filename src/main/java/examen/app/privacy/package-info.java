/** What is made unrecognisable before a project leaves the house: who rated, and secrets. */
@NullMarked
package examen.app.privacy;

import org.jspecify.annotations.NullMarked;
