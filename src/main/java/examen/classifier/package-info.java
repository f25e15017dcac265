/** What classifiers said: runs and labels. */
@NullMarked
package examen.classifier;

import org.jspecify.annotations.NullMarked;
