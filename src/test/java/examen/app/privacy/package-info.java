@NullMarked
package examen.app.privacy;

import org.jspecify.annotations.NullMarked;
