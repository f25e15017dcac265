@NullMarked
package examen.desktop.runs;

import org.jspecify.annotations.NullMarked;
