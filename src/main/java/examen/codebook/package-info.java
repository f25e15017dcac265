/** What raters may say about a transcript: tags and questions, versioned. */
@NullMarked
package examen.codebook;

import org.jspecify.annotations.NullMarked;
