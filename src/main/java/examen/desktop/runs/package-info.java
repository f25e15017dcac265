/** Classifier runs: which there are, what their values stand for, and more of them from files. */
@NullMarked
package examen.desktop.runs;

import org.jspecify.annotations.NullMarked;
