/** What is done for those who read ugly things: texts stay covered until they are asked for. */
@NullMarked
package examen.desktop.care;

import org.jspecify.annotations.NullMarked;
