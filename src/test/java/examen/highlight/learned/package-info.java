@NullMarked
package examen.highlight.learned;

import org.jspecify.annotations.NullMarked;
