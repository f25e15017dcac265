/** Finding words in the whole project. */
@NullMarked
package examen.desktop.search;

import org.jspecify.annotations.NullMarked;
