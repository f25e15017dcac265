/** What classifiers and other raters say of a transcript, once a rater may know it. */
@NullMarked
package examen.desktop.others;

import org.jspecify.annotations.NullMarked;
