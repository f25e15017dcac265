/** The settings sheet with the key editor. */
@NullMarked
package examen.desktop.settings;

import org.jspecify.annotations.NullMarked;
