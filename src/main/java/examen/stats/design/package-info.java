/** How to draw what is read, how to weigh it afterwards, and how much of it is needed. */
@NullMarked
package examen.stats.design;

import org.jspecify.annotations.NullMarked;
