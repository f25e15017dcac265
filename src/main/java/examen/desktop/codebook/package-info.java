/** The Codebook workspace: the rules of a project, what they find, and how far they are trusted. */
@NullMarked
package examen.desktop.codebook;

import org.jspecify.annotations.NullMarked;
