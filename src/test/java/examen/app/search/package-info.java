@NullMarked
package examen.app.search;

import org.jspecify.annotations.NullMarked;
