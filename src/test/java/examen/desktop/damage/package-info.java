/** Tests of this package. */
@NullMarked
package examen.desktop.damage;

import org.jspecify.annotations.NullMarked;
